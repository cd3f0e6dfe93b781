import type { Generator } from '../apply/state.ts';
import { hashTemplates } from '../render/templates-hash.ts';
import { packageVersion } from './version.ts';

export const thisGenerator = (): Generator => ({
  version: packageVersion(),
  templates: hashTemplates(),
});
