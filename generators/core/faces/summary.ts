import { dimensions } from '../../../templates/choices.ts';
import { exitCodes, printable, Refusal } from '../refusal.ts';
import type { Spec } from '../spec/spec.ts';
import type { Asker } from './asker.ts';

const labelOf = (spec: Spec, dimension: (typeof dimensions)[number]): string =>
  dimension.choices.find(({ id }) => id === spec[dimension.id])?.label ?? '';

/** What was chosen, one a line, and the command that says the same. */
export function summaryOf(root: string, spec: Spec, reproduce: string): string {
  const rows = [
    ['Folder', printable(root)],
    ['Name', spec.name],
    ...dimensions.map((dimension) => [dimension.label, labelOf(spec, dimension)]),
    ['Resources', spec.resources.map(({ name }) => name).join(', ') || 'none'],
  ] as const;
  const width = Math.max(...rows.map(([head = '']) => head.length));
  const lines = rows.map(([head = '', value = '']) => `  ${head.padEnd(width)}  ${value}\n`);
  return `\n${lines.join('')}\nThe same, without questions:\n  ${reproduce}\n\n`;
}

/** @throws {Refusal} with exit code 130 when the person says no */
export async function confirmWrite(asker: Asker): Promise<void> {
  const agreed = await asker.ask({
    kind: 'confirm',
    key: 'write',
    message: 'Write it?',
    initial: true,
  });
  if (agreed === true) return;
  throw new Refusal('Cancelled; nothing was written.', { exitCode: exitCodes.cancelled });
}
