import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { empty } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';

const path = '/practice/storage/:bucket/:key';

/**
 * A place for media in the manner of S3, from which the networks that are played here fetch them: nobody needs a bucket of
 * their own to practise. Signatures are not looked at.
 */
export function storageRoutes(dataDirectory: string): readonly Route[] {
  const directory = join(dataDirectory, 'storage');
  const route = (method: Route['method'], handle: (file: string, exchange: Exchange) => Answer): Route => ({
    method,
    path,
    operation: 'pages.storage',
    handle: (exchange) => {
      const { bucket = '', key = '' } = exchange.parameters;
      return isName(bucket) && isName(key)
        ? handle(join(directory, `${bucket} ${key}`), exchange)
        : refused(400, 'InvalidArgument');
    },
  });
  return [
    route('PUT', (file, { body }) => {
      mkdirSync(directory, { recursive: true });
      writeFileSync(file, body, { mode: 0o600 });
      return empty(200);
    }),
    route('GET', (file) => {
      const bytes = bytesOf(file);
      return bytes === undefined
        ? refused(404, 'NoSuchKey')
        : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: bytes };
    }),
    route('DELETE', (file) => {
      rmSync(file, { force: true });
      return empty(204);
    }),
  ];
}

function isName(name: string): boolean {
  return /^\w[\w.-]{0,199}$/.test(name);
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function refused(status: number, code: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`,
  };
}
