import type { Need, Step } from '../../../generators/core/model/step.ts';

const target = (id: Step['id'], name: string, word: string, ...needs: readonly Need[]): Step => ({
  id,
  name,
  run: [`make ${word}`],
  needs: ['packages', ...needs],
});

/** What `make verify` runs, and what asks others than this machine. */
export const steps: readonly Step[] = [
  target('format', 'Format', 'format-check'),
  target('lint', 'Lint', 'lint'),
  target('types', 'Types', 'types'),
  target('checks', 'Checks', 'checks', 'stores'),
  target('test', 'Test', 'test', 'stores'),
  target('audit', 'Audit', 'audit'),
];
