import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { pathOf } from '../lib/url.ts';

/** One line a request, at its end; without the query, which may hold personal data. */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const line = {
      method: request.method,
      path: pathOf(request.originalUrl),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (error) request.log.error({ ...line, err: error }, 'response failed');
    else request.log.info(line, 'request');
  }
}
