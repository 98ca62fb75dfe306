import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits in letters that need no escaping in an address or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret that only needs to be recognised; comparing digests tells nothing by its time. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares two secrets in a time that does not depend on them. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(given)), Buffer.from(digestOf(expected)));
}

/** The token of an `Authorization: Bearer` header, or null. */
export function bearerToken(header: string | undefined): string | null {
  return /^bearer ([\w.~+/=-]+)$/i.exec(header ?? '')?.[1] ?? null;
}
