import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const tokenPattern = /^ocma_[\w-]{43}$/;

/**
 * The token with which this user's scripts call the API: made once for a data directory and kept in a file that only
 * its owner may read (0600). Deleting the file and starting anew gives another.
 */
export function accessToken(directory: string): string {
  const stored = readAccessToken(directory);
  if (stored !== null) return stored;
  const token = `ocma_${randomBytes(32).toString('base64url')}`;
  const file = join(directory, 'api-token');
  writeFileSync(`${file}.new`, token, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return token;
}

/** The stored token, or null where there is none yet. */
export function readAccessToken(directory: string): string | null {
  try {
    const stored = readFileSync(join(directory, 'api-token'), 'utf8').trim();
    return tokenPattern.test(stored) ? stored : null;
  } catch {
    return null;
  }
}
