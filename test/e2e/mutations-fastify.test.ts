import { fastify } from './mutations/fastify/stack.ts';
import { mutationSuite } from './mutations/mutation-suite.ts';

mutationSuite(fastify);
