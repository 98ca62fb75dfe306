import { join } from 'node:path';
import { pino } from 'pino';
import type { Log } from '../../engine/ports.ts';
import { openRotatingFile } from './rotating-file.ts';
import { redactFields, redactText } from './redact.ts';

/** A log and the means to close its file. */
export interface HostLog extends Log {
  close(): void;
}

/**
 * Structured lines in `<data>/logs/<name>.log`. Each line passes twice before it is written: fields by their names,
 * then the finished text by what secrets look like. `OCMA_LOG_LEVEL` is `info` by default.
 */
export function createHostLog(dataDirectory: string, name: string, env: NodeJS.ProcessEnv): HostLog {
  const file = openRotatingFile(join(dataDirectory, 'logs'), name);
  const level = env.OCMA_LOG_LEVEL ?? 'info';
  const logger = pino(
    {
      level: level in pino.levels.values ? level : 'info',
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (details) => redactFields(details) },
      hooks: { streamWrite: redactText },
    },
    file,
  );
  return {
    debug: (details, message) => logger.debug(details, message),
    info: (details, message) => logger.info(details, message),
    warn: (details, message) => logger.warn(details, message),
    error: (details, message) => logger.error(details, message),
    close: () => file.close(),
  };
}
