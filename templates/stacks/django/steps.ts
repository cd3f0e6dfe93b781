import type { Need, Step } from '../../../generators/core/model/step.ts';

const target = (id: Step['id'], name: string, word: string, ...needs: readonly Need[]): Step => ({
  id,
  name,
  run: [`make ${word}`],
  needs,
});

export const bill = 'sbom.cdx.json';

/** What `make verify` runs, and what asks others than this machine. */
export const steps: readonly Step[] = [
  target('format', 'Format', 'format-check', 'packages'),
  target('lint', 'Lint', 'lint', 'packages'),
  target('types', 'Types', 'types', 'packages'),
  target('checks', 'Checks', 'checks', 'packages', 'stores'),
  target('test', 'Test', 'test', 'packages', 'stores'),
  target('smoke', 'Smoke', 'smoke', 'toolchain', 'stores'),
  { ...target('sbom', 'Bill of materials', 'sbom', 'toolchain'), keeps: bill },
  target('audit', 'Audit', 'audit', 'packages'),
];
