import type { Log } from '../../../src/engine/ports.ts';

/** A log that keeps its lines, for tests that ask what was said. */
export interface KeptLog extends Log {
  readonly lines: { readonly level: string; readonly details: unknown; readonly message: string }[];
}

/** A log without a file. */
export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  const at =
    (level: string) =>
    (details: Record<string, unknown>, message: string): void => {
      lines.push({ level, details, message });
    };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
