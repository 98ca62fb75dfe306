import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** The one key that the bucket server knows. */
export const bucketKey = { accessKeyId: 'EXAMPLEKEY', secretKey: 'example/secret+key' } as const;

const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** What a request says of its signature, in its header or its address. */
function signatureOf(request: IncomingMessage, url: URL) {
  const header = request.headers.authorization ?? '';
  const ofHeader = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(header);
  if (ofHeader !== null)
    return {
      credential: ofHeader[1] ?? '',
      signedHeaders: ofHeader[2] ?? '',
      signature: ofHeader[3] ?? '',
      at: String(request.headers['x-amz-date']),
      payload: String(request.headers['x-amz-content-sha256']),
    };
  const query = (name: string) => url.searchParams.get(`X-Amz-${name}`) ?? '';
  return {
    credential: query('Credential'),
    signedHeaders: query('SignedHeaders'),
    signature: query('Signature'),
    at: query('Date'),
    payload: 'UNSIGNED-PAYLOAD',
  };
}

/**
 * Checks AWS Signature Version 4 from its description, apart from whoever signs.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
function isSigned(request: IncomingMessage, url: URL): boolean {
  const { credential, signedHeaders, signature, at, payload } = signatureOf(request, url);
  const [accessKeyId = '', day = '', region = '', service = '', end = ''] = credential.split('/');
  if (accessKeyId !== bucketKey.accessKeyId || end !== 'aws4_request') return false;
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const canonical = [request.method, path, query, headers.join(''), signedHeaders, payload].join('\n');
  const scope = [day, region, service, end].join('/');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, hash(canonical)].join('\n');
  const key = [region, service, end].reduce<Uint8Array>(hmac, hmac(`AWS4${bucketKey.secretKey}`, day));
  return hmac(key, toSign).toString('hex') === signature;
}

/** A bucket on this machine that checks signatures and what was sent; it ends with the test. */
export async function startBucket(): Promise<{ endpoint: string; region: string; bucket: string }> {
  const files = new Map<string, { type: string; bytes: Uint8Array }>();
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const body = await buffer(request);
      const fail = (status: number, code: string): void => {
        response.writeHead(status, { 'content-type': 'application/xml' });
        response.end(`<Error><Code>${code}</Code></Error>`);
      };
      if (!isSigned(request, url)) return fail(403, 'SignatureDoesNotMatch');
      const file = files.get(url.pathname);
      switch (request.method ?? 'GET') {
        case 'PUT':
          // A real one takes no body of unknown length.
          if (request.headers['content-length'] === undefined) return fail(411, 'MissingContentLength');
          if (hash(body) !== request.headers['x-amz-content-sha256'])
            return fail(400, 'XAmzContentSHA256Mismatch');
          files.set(url.pathname, { type: request.headers['content-type'] ?? '', bytes: body });
          return void response.writeHead(200).end();
        case 'DELETE':
          files.delete(url.pathname);
          return void response.writeHead(204).end();
        default:
          if (file === undefined) return fail(404, 'NoSuchKey');
          return void response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
      }
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The bucket has no port.');
  return { endpoint: `http://127.0.0.1:${address.port}`, region: 'eu-central-1', bucket: 'pictures' };
}
