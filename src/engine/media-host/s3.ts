import { AwsV4Signer } from 'aws4fetch';
import { timeLimit } from '../http/deadline.ts';
import { isSafeAddress } from '../http/address.ts';
import { writeAudit } from '../http/audit.ts';
import type { Database } from '../db/database.ts';
import type { Hosted, HostedSource, MediaHost, Ports } from '../ports.ts';

/** Storage that speaks the S3 interface, and the right to write there. */
export interface S3Place {
  /** Origin, and a path where there is one; the bucket follows it. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before each key; empty or ending in a slash. */
  readonly prefix: string;
  readonly accessKeyId: string;
}

export interface S3Deps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch'>;
  readonly place: S3Place;
  /** Null while the vault is locked. */
  readonly secretKey: () => Promise<string | null>;
  /** Whose calls they are, for the record. */
  readonly workspaceId: string;
}

/** An address that was given out can be fetched for this long, in milliseconds. */
const addressLivesMs = 24 * 60 * 60_000;
const pieceBytes = 1024 * 1024;
const patienceMs = 60_000;
/** Uploads get longer: this many bytes a second is slow. */
const slowestBytesPerSecond = 100_000;
/** Hash of no bytes at all, which a request without a body is signed with. */
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Asked {
  readonly operation: 'put' | 'get' | 'remove';
  readonly method: 'PUT' | 'GET' | 'DELETE';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ReadableStream<Uint8Array>;
  readonly hash: string;
  readonly bytes: number;
}

/** A bucket's name and where it is, so that what lies in another one is not looked for here. */
export function placeName({ endpoint, bucket, prefix }: S3Place): string {
  return `${endpoint.replace(/\/+$/, '')}/${bucket}/${prefix}`;
}

/**
 * Media in a bucket, signed with AWS Signature Version 4; addressed by path, which every S3-compatible storage understands.
 * Networks fetch by an address that is signed for a day, so that the bucket can stay private.
 */
export function createS3Host(deps: S3Deps): MediaHost {
  const { ports, place } = deps;
  const urlOf = (key: string): URL =>
    new URL(placeName(place) + key.split('/').map(encodeURIComponent).join('/'));

  const signerFor = (secretAccessKey: string) => ({
    accessKeyId: place.accessKeyId,
    secretAccessKey,
    service: 's3',
    region: place.region,
    datetime: new Date(ports.clock.now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
  });

  const ask = async (asked: Asked): Promise<Hosted<object>> => {
    const secretKey = await deps.secretKey();
    if (secretKey === null) return { ok: false, why: 'locked', detail: 'The vault is locked.' };
    const url = urlOf(asked.key);
    if (!isSafeAddress(url)) return { ok: false, why: 'denied', detail: 'The address must use https.' };
    const signed = await new AwsV4Signer({
      ...signerFor(secretKey),
      method: asked.method,
      url: url.href,
      headers: { ...asked.headers, 'x-amz-content-sha256': asked.hash },
    }).sign();
    const limit = timeLimit(ports.clock, patienceMs + (asked.bytes / slowestBytesPerSecond) * 1_000);
    const begun = ports.clock.monotonic();
    let status: number | null = null;
    try {
      const answer = await ports.fetch(signed.url, {
        method: asked.method,
        headers: signed.headers,
        redirect: 'manual',
        signal: limit.signal,
        ...(asked.body === undefined ? {} : { body: asked.body, duplex: 'half' as const }),
      });
      status = answer.status;
      const said = await answer.text();
      return verdictOf(asked, status, said);
    } catch {
      return { ok: false, why: 'unreachable', detail: 'The storage could not be reached.' };
    } finally {
      limit.cancel();
      writeAudit(deps.db, {
        at: ports.clock.now(),
        workspaceId: deps.workspaceId,
        accountId: null,
        platform: 'media_host',
        operation: `media_host.${asked.operation}`,
        status,
        code: status !== null && status < 300 ? null : 'unavailable',
        ms: ports.clock.monotonic() - begun,
        cache: 'none',
        costMicros: 0,
      });
    }
  };

  return {
    place: placeName(place),
    put: (key, source) =>
      ask({
        operation: 'put',
        method: 'PUT',
        key,
        hash: source.sha256,
        bytes: source.bytes,
        headers: { 'content-type': source.mimeType, 'content-length': String(source.bytes) },
        body: streamOf(source),
      }),
    remove: (key) => ask({ operation: 'remove', method: 'DELETE', key, hash: emptyHash, bytes: 0 }),
    async address(key) {
      const secretKey = await deps.secretKey();
      if (secretKey === null) return { ok: false, why: 'locked', detail: 'The vault is locked.' };
      const url = urlOf(key);
      url.searchParams.set('X-Amz-Expires', String(addressLivesMs / 1_000));
      const signed = await new AwsV4Signer({
        ...signerFor(secretKey),
        method: 'GET',
        url: url.href,
        signQuery: true,
      }).sign();
      return { ok: true, url: signed.url.href, expiresAt: ports.clock.now() + addressLivesMs };
    },
  };
}

/** What a storage's status means; the name of the error is in a small XML document. */
function verdictOf(asked: Asked, status: number, said: string): Hosted<object> {
  if (status >= 200 && status < 300) return { ok: true };
  if (status === 404 && asked.operation === 'remove' && !said.includes('NoSuchBucket')) return { ok: true };
  const name = /<Code>(\w{1,60})<\/Code>/.exec(said)?.[1] ?? `Status ${status}`;
  const passes = status === 429 || status >= 500 || status === 408;
  return { ok: false, why: passes ? 'unreachable' : 'denied', detail: name };
}

function streamOf(source: HostedSource): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece =
        offset < source.bytes
          ? await source.read(offset, Math.min(pieceBytes, source.bytes - offset))
          : new Uint8Array();
      offset += piece.byteLength;
      if (piece.byteLength === 0) controller.close();
      else controller.enqueue(piece);
    },
  });
}
