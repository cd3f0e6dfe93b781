import { fromEnvironment } from './from-environment.ts';
import { contractSuite } from './suite/contract-suite.ts';

const { spec, launcher } = await fromEnvironment();

contractSuite(spec, launcher);
