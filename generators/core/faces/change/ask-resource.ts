import { exitCodes, Refusal } from '../../refusal.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Asker } from '../asker.ts';

/**
 * The resource that was said, or chosen by somebody who is asked.
 *
 * @param call what to say, when nobody can be asked
 */
export async function askResource(
  said: string | undefined,
  { resources }: Spec,
  asker: Asker | undefined,
  call: string,
): Promise<string> {
  if (said !== undefined) return said;
  const [first] = resources;
  if (asker === undefined || first === undefined) {
    throw new Refusal(`Say which resource: ${call}.`, { exitCode: exitCodes.usage });
  }
  const name = await asker.ask({
    kind: 'choice',
    key: 'resource',
    message: 'Which resource?',
    initial: first.name,
    options: resources.map((resource) => ({
      value: resource.name,
      label: resource.name,
      hint: resource.fields.map((field) => field.name).join(', '),
    })),
  });
  return String(name);
}
