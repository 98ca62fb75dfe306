import { createHash, randomBytes } from 'node:crypto';

/** How a code is bound to the one who asked for it (RFC 7636); `S256_hex` is TikTok's own for desktop apps. */
export interface Challenge {
  readonly method: 'S256' | 'S256_hex' | 'plain';
  readonly value: string;
}

/** What a person allowed, waiting for the app to fetch it. */
export interface PendingCode {
  readonly account: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** The ids that were ticked besides: pages, organisations, channels. */
  readonly chosen: readonly string[];
  /** null where the app sent none. */
  readonly challenge: Challenge | null;
  readonly issuedAt: number;
}

/** Authorization codes, which work once; they live in memory, a restart ends them. */
export class Codes {
  readonly #pending = new Map<string, PendingCode>();
  readonly #lifeMs: number;

  /** `lifeMs`: how long a code is good for, in practice milliseconds. */
  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs;
  }

  issue(pending: PendingCode): string {
    const code = randomBytes(32).toString('base64url');
    this.#pending.set(code, pending);
    return code;
  }

  /** What a code stands for, without spending it. */
  look(code: string): PendingCode | undefined {
    return this.#pending.get(code);
  }

  /** Takes a code out for good; undefined when it is unknown, used or too old. */
  take(code: string, now: number): PendingCode | undefined {
    const pending = this.#pending.get(code);
    this.#pending.delete(code);
    return pending !== undefined && now - pending.issuedAt <= this.#lifeMs ? pending : undefined;
  }
}

/** Whether a verifier is the one behind the challenge (RFC 7636, section 4.6); without a challenge nothing is to be proved. */
export function provesChallenge({ challenge }: PendingCode, verifier: string): boolean {
  if (challenge === null) return true;
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) return false;
  if (challenge.method === 'plain') return verifier === challenge.value;
  const encoding = challenge.method === 'S256' ? 'base64url' : 'hex';
  return createHash('sha256').update(verifier).digest(encoding) === challenge.value;
}
