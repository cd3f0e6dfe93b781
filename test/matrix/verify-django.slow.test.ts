import { verifySuite } from './verify-suite.ts';

verifySuite('django');
