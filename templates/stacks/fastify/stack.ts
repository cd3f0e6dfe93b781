import type { Contribution } from '../../../generators/core/model/contribution.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';

export const stack: Stack = { base: 'node' };

export const contribute = (): Contribution => ({ packages: { runtime: ['fastify'] } });
