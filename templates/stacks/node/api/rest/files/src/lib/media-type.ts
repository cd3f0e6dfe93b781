import { Problem } from './problem.ts';

const json = /^application\/json\s*(?:;|$)/i;
const mergePatch = /^application\/merge-patch\+json\s*(?:;|$)/i;
const otherCharset = /;\s*charset\s*=\s*(?!"?utf-8"?\s*(?:;|$))/i;

/** Refuses every body that is not JSON in UTF-8; a merge patch (RFC 7396) is one for PATCH only. */
export function assertJson(
  method: string,
  contentType: string | undefined,
  contentEncoding: string | undefined,
): void {
  const type = contentType ?? '';
  const isJson = json.test(type) || (method === 'PATCH' && mergePatch.test(type));
  const isEncoded = contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity';
  if (!isJson || otherCharset.test(type) || isEncoded) {
    throw new Problem('unsupported-media-type', 'The body must be JSON in UTF-8, not encoded.');
  }
}
