import type { FastifyReply, FastifyRequest } from 'fastify';

/** A hook for routes whose answers, refusals included, nobody may keep. */
export function noStore(
  _request: FastifyRequest,
  reply: FastifyReply,
  _payload: unknown,
  next: () => void,
): void {
  reply.header('cache-control', 'no-store');
  next();
}
