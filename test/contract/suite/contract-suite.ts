import { afterAll, beforeAll, describe } from 'vitest';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Resource } from '../../../generators/core/spec/field.ts';
import { type Accounts, seedAccounts, signUp } from './auth/accounts.ts';
import { authCases } from './auth/auth-cases.ts';
import { withKeys } from './auth/keys.ts';
import { type Bench, createBench, generous } from './bench.ts';
import { boundCases } from './cases/bounds.ts';
import { bodyLimitCases } from './cases/body-limit.ts';
import { contentTypeCases } from './cases/content-types.ts';
import { corsCases } from './cases/cors.ts';
import { createCases } from './cases/create.ts';
import { cursorCases } from './cases/cursor.ts';
import { defaultCases } from './cases/defaults.ts';
import { fieldValueCases } from './cases/field-values.ts';
import { filterCases } from './cases/filter.ts';
import { graceCases } from './cases/grace.ts';
import { hangUpCases } from './cases/hang-ups.ts';
import { healthCases } from './cases/health.ts';
import { hostileBodyCases } from './cases/hostile-bodies.ts';
import { jsonValueCases } from './cases/json-values.ts';
import { listCases } from './cases/list.ts';
import { logCases } from './cases/logs.ts';
import { malformedBodyCases } from './cases/malformed-bodies.ts';
import { missingRowCases } from './cases/missing-rows.ts';
import { onDeleteCases } from './cases/on-delete.ts';
import { openApiAnswerCases } from './cases/openapi-answers.ts';
import { openApiDocumentCases } from './cases/openapi-document.ts';
import { openApiRequestCases } from './cases/openapi-requests.ts';
import { problemTypeCases } from './cases/problem-types.ts';
import { outageCases } from './cases/outages.ts';
import { percentEncodingCases } from './cases/percent-encoding.ts';
import { pipeliningCases } from './cases/pipelining.ts';
import { preconditionCases } from './cases/preconditions.ts';
import { raceCases } from './cases/races.ts';
import { randomBodyCases } from './cases/random-bodies.ts';
import { rateLimitCases } from './cases/rate-limit.ts';
import { readCases } from './cases/read.ts';
import { referenceCases } from './cases/references.ts';
import { removeCases } from './cases/remove.ts';
import { requestIdCases } from './cases/request-id.ts';
import { routingCases } from './cases/routing.ts';
import { shutdownCases } from './cases/shutdown.ts';
import { slowClientCases } from './cases/slow-clients.ts';
import { sortCases } from './cases/sort.ts';
import { startupCases } from './cases/startup.ts';
import { storeCases } from './cases/store.ts';
import { tlsHeaderCases } from './cases/tls-header.ts';
import { uniqueCases } from './cases/unique.ts';
import { unknownFieldCases } from './cases/unknown-fields.ts';
import { updateCases } from './cases/update.ts';
import { walkCases } from './cases/walk.ts';
import type { Launcher, Running } from './launcher.ts';
import { pathOf } from './url.ts';

type Cases = (bench: Bench, resource: Resource) => void;

/** For each resource; those that read whole tables come first, while the tables are small. */
const ofResource: readonly Cases[] = [
  walkCases,
  sortCases,
  createCases,
  defaultCases,
  fieldValueCases,
  boundCases,
  unknownFieldCases,
  readCases,
  updateCases,
  jsonValueCases,
  preconditionCases,
  removeCases,
  missingRowCases,
  referenceCases,
  onDeleteCases,
  uniqueCases,
  malformedBodyCases,
  hostileBodyCases,
  contentTypeCases,
  listCases,
  filterCases,
  cursorCases,
  raceCases,
  randomBodyCases,
  openApiRequestCases,
];
const ofServer: readonly ((bench: Bench) => void)[] = [
  healthCases,
  requestIdCases,
  routingCases,
  percentEncodingCases,
  openApiDocumentCases,
  tlsHeaderCases,
  startupCases,
];
/** Of the whole server, but in need of a resource to work with: the first one of the spec. */
const throughResource: readonly Cases[] = [
  hangUpCases,
  slowClientCases,
  bodyLimitCases,
  corsCases,
  rateLimitCases,
  logCases,
  shutdownCases,
  pipeliningCases,
  graceCases,
  storeCases,
  outageCases,
];

/** Registers every case of the HTTP contract that the spec gives rise to. */
export function contractSuite(spec: Spec, given: Launcher): void {
  let origin = '';
  let running: Running | undefined;
  let accounts: Accounts | undefined;
  const launcher = spec.auth === 'none' ? given : withKeys(given);
  const bench = createBench(
    spec,
    launcher,
    () => origin,
    () => accounts,
  );
  const [first] = spec.resources;

  describe(`the HTTP contract of ${spec.name}`, () => {
    beforeAll(async () => {
      if (launcher.kind === 'url') {
        origin = launcher.baseUrl;
        if (spec.auth !== 'none') accounts = await signUp(bench.as(undefined));
        return;
      }
      if (spec.auth !== 'none') accounts = await seedAccounts(launcher, bench);
      running = await launcher.start(generous);
      origin = running.baseUrl;
    }, 60_000);
    afterAll(async () => {
      await running?.stop();
      if (launcher.kind === 'process') await launcher.close();
    });

    for (const resource of spec.resources) {
      describe(pathOf(resource), () => {
        for (const cases of ofResource) cases(bench, resource);
      });
    }
    for (const cases of ofServer) cases(bench);
    if (spec.auth !== 'none') authCases(bench);
    if (first) for (const cases of throughResource) cases(bench, first);
    problemTypeCases(bench);
    openApiAnswerCases(bench);
  });
}
