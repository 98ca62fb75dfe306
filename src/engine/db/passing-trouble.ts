import { GateTimeout } from './gate.ts';

/** A full or failing disk, or another program that holds the file: what was to be written may be written later. */
export function isPassingTrouble(error: unknown): boolean {
  if (error instanceof GateTimeout) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|CANTOPEN|NOMEM|READONLY)/.test(String(error.code));
}
