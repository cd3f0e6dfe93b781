import type { Need, Step } from '../../../generators/core/model/step.ts';

const script = (id: Step['id'], name: string, word: string, ...needs: readonly Need[]): Step => ({
  id,
  name,
  run: [`npm run ${word}`],
  needs: ['packages', ...needs],
});

/** What `npm run verify` runs, in this order; a pipeline runs the same. */
export const checks: readonly Step[] = [
  script('format', 'Format', 'format:check'),
  script('lint', 'Lint', 'lint'),
  script('types', 'Types', 'typecheck'),
  script('test', 'Test', 'test:coverage', 'stores'),
  script('build', 'Build', 'build'),
  { ...script('smoke', 'Smoke', 'smoke', 'stores'), after: 'build' },
];

export const bill = 'sbom.cdx.json';

/** What asks others than this machine, or serves others than its developers. */
export const pipelineSteps: readonly Step[] = [
  {
    id: 'sbom',
    name: 'Bill of materials',
    run: [`npm sbom --sbom-format=cyclonedx --omit=dev --package-lock-only > ${bill}`],
    needs: ['toolchain'],
    keeps: bill,
  },
  {
    id: 'audit',
    name: 'Audit',
    run: ['npm audit --omit=dev --audit-level=high'],
    needs: ['toolchain'],
  },
];
