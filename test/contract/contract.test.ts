import { test } from 'vitest';
import { skipFor } from '../matrix/skip-for.ts';
import { skipWithoutServer } from '../servers/server-url.ts';
import { fromEnvironment } from './from-environment.ts';
import { contractSuite } from './suite/contract-suite.ts';

const { spec, launcher, excuse } = await fromEnvironment();
const title = `the HTTP contract of ${spec.name}`;

if (launcher !== undefined) contractSuite(spec, launcher);
else if (excuse === undefined) skipWithoutServer(spec.database, title);
else test(title, (context) => skipFor(excuse, context));
