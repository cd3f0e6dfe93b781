import { readFileSync } from 'node:fs';

/** The version of this package, whether it runs from its sources or from `dist/`. */
export function packageVersion(): string {
  const manifest = new URL(import.meta.resolve('generator-groundwork/package.json'));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
