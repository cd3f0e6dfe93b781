import type { Model } from '../../generators/core/model/model.ts';

export const ignoreFile = ({ ignored }: Model): string => `${ignored.join('\n')}\n`;
