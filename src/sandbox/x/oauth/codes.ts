import { createHash, randomBytes } from 'node:crypto';

/** What a person allowed, waiting for the app to fetch it. */
export interface PendingCode {
  readonly account: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  readonly method: 'S256' | 'plain';
  readonly issuedAt: number;
}

/** X's authorization codes live 30 seconds and work once. */
const codeLifeMs = 30_000;

/** Authorization codes; they live in memory, a restart ends them. */
export class Codes {
  readonly #pending = new Map<string, PendingCode>();

  issue(pending: PendingCode): string {
    const code = randomBytes(32).toString('base64url');
    this.#pending.set(code, pending);
    return code;
  }

  /** Takes a code out for good; undefined when it is unknown, used or too old. */
  take(code: string, now: number): PendingCode | undefined {
    const pending = this.#pending.get(code);
    this.#pending.delete(code);
    return pending !== undefined && now - pending.issuedAt <= codeLifeMs ? pending : undefined;
  }
}

/** Whether a verifier is the one behind the challenge (RFC 7636, section 4.6). */
export function provesChallenge(pending: PendingCode, verifier: string): boolean {
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) return false;
  if (pending.method === 'plain') return verifier === pending.challenge;
  return createHash('sha256').update(verifier).digest('base64url') === pending.challenge;
}
