import type { Model } from '../../../../generators/core/model/model.ts';

/** `.dockerignore`: an allow-list, so that nobody has to remember what must stay out. */
export function contextFilter({ image }: Model): string {
  if (image === null) throw new Error('no adapter contributes an image');
  return ['# Only what the Dockerfile copies: no secret, no history, nothing of this machine.', '*']
    .concat(
      image.context.map((path) => `!${path}`),
      image.litter ?? [],
    )
    .join('\n')
    .concat('\n');
}
