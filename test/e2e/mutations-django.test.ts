import { django } from './mutations/django/stack.ts';
import { mutationSuite } from './mutations/mutation-suite.ts';

mutationSuite(django);
