import type { Generator } from '../apply/inputs.ts';
import { hashTemplates } from '../render/templates-hash.ts';
import { packageVersion } from './version.ts';

export const thisGenerator = (): Generator => ({
  version: packageVersion(),
  templates: hashTemplates(),
});
