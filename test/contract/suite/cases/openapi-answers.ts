import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { type Answer, exchange, headerOf } from '../http/ask.ts';
import { parseObject } from '../json.ts';
import { operationFor, operationsOf, pointerOf, responseKey } from '../openapi/document.ts';
import { contentPointer, schemasOf } from '../openapi/schemas.ts';

/** Answers that belong to no operation: other methods, and requests that never reach a route. */
const anywhere = new Set([405, 503]);

const mediaType = (answer: Answer): string =>
  headerOf(answer, 'content-type').split(';')[0]?.trim().toLowerCase() ?? '';

/** Every answer of the whole run, held against what the document says of it. Runs last. */
export function openApiAnswerCases({ api, answers }: Bench): void {
  describe('the OpenAPI document', () => {
    test('lists and describes every answer that this run has seen', async () => {
      const document = parseObject((await api.get('/openapi.json')).text);
      const operations = operationsOf(document);
      const schemas = schemasOf(document);
      const faults = new Set<string>();
      let described = 0;
      for (const answer of answers) {
        const { method, path } = answer.ask;
        const operation = operationFor(operations, method, path);
        if (!operation || path.includes('%') || anywhere.has(answer.status)) continue;
        const name = `${method} ${operation.path} ${answer.status}`;
        const key = responseKey(document, operation, answer.status);
        if (key === undefined) faults.add(`${name} is not listed`);
        if (key === undefined || answer.text === '') continue;
        const holder = `${operation.pointer}${pointerOf('responses', key)}`;
        const pointer = contentPointer(document, holder, mediaType(answer));
        if (pointer === undefined) {
          faults.add(`${name} has no schema for ${mediaType(answer)}`);
          continue;
        }
        const validate = schemas.at(pointer);
        described += 1;
        if (!validate(JSON.parse(answer.text))) {
          faults.add(`${name}: ${JSON.stringify(validate.errors?.[0])} ${exchange(answer)}`);
        }
      }
      expect([...faults].slice(0, 20)).toEqual([]);
      expect(described).toBeGreaterThan(0);
    });
  });
}
