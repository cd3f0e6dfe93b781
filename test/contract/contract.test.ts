import { skipWithoutServer } from '../servers/server-url.ts';
import { fromEnvironment } from './from-environment.ts';
import { contractSuite } from './suite/contract-suite.ts';

const { spec, launcher } = await fromEnvironment();

if (launcher === undefined) skipWithoutServer(spec.database, `the HTTP contract of ${spec.name}`);
else contractSuite(spec, launcher);
