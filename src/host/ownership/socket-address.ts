import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The shortest limit of the systems (macOS: 104 bytes with the final zero). */
const longestSocketPath = 100;

/** Where the owner of a data directory listens for other processes of the same user. */
export interface SocketAddress {
  readonly path: string;
  /** A directory to be made for this user alone before listening; null where none is needed. */
  readonly directory: string | null;
}

/** A socket inside the data directory; a named pipe on Windows; in the temporary directory where the path is too long. */
export function socketAddress(
  dataDirectory: string,
  platform: NodeJS.Platform = process.platform,
): SocketAddress {
  const digest = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 24);
  if (platform === 'win32') return { path: `\\\\.\\pipe\\ocma-${digest}`, directory: null };
  const inside = join(dataDirectory, 'owner.sock');
  if (Buffer.byteLength(inside) <= longestSocketPath) return { path: inside, directory: null };
  const directory = join(tmpdir(), `ocma-${userInfo().uid}`);
  return { path: join(directory, `${digest}.sock`), directory };
}
