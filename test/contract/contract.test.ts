import { fromEnvironment } from './from-environment.ts';
import { prepare } from './prepare.ts';
import { contractSuite } from './suite/contract-suite.ts';

const { spec, launcher } = (await fromEnvironment()) ?? (await prepare());

contractSuite(spec, launcher);
