import { type Logger, pino } from 'pino';

/** JSON lines on standard output, each with a level by name and the time in ISO 8601. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
