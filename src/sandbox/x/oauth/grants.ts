import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from '../../json-lines.ts';

/** X's access tokens live two hours. */
export const accessTokenLifeMs = 7_200_000;

const pairSchema = z.strictObject({
  event: z.literal('issued'),
  grant: z.string(),
  /** null: an app-only token, which speaks for nobody. */
  account: z.string().nullable(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  access: z.string(),
  expiresAt: z.int(),
  refresh: z.string().nullable(),
});
const lineSchema = z.discriminatedUnion('event', [
  pairSchema,
  z.strictObject({ event: z.literal('revoked'), grant: z.string() }),
]);

/** A grant with its newest tokens, which are kept as SHA-256 only. */
export type Grant = Readonly<z.infer<typeof pairSchema>>;
type Line = z.infer<typeof lineSchema>;

/** Tokens as they are handed out, once. */
export interface IssuedTokens {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Every grant. A refresh replaces both tokens: the old refresh token is spent and the old access token ends. */
export class Grants {
  readonly #byId = new Map<string, Grant>();
  readonly #byAccess = new Map<string, string>();
  readonly #byRefresh = new Map<string, string>();
  readonly #lines: JsonLines<Line>;

  constructor(dataDirectory: string) {
    this.#lines = JsonLines.open(join(dataDirectory, 'x-grants.jsonl'), (line) => {
      this.#apply(lineSchema.parse(line));
    });
  }

  /** A new grant; `account` null for an app-only token. A refresh token comes only with `offline.access`. */
  issue(account: string | null, clientId: string, scopes: readonly string[], now: number): IssuedTokens {
    return this.#hand({ grant: randomUUID(), account, clientId, scopes }, now);
  }

  /** Spends a refresh token; undefined when it is unknown, spent, revoked or another client's. */
  refresh(refreshToken: string, clientId: string, now: number): IssuedTokens | undefined {
    const grant = this.#byId.get(this.#byRefresh.get(hashed(refreshToken)) ?? '');
    if (grant === undefined || grant.clientId !== clientId) return undefined;
    return this.#hand(grant, now);
  }

  /** The grant that an access token speaks for; undefined when unknown, expired or revoked. */
  find(accessToken: string, now: number): Grant | undefined {
    const grant = this.#byId.get(this.#byAccess.get(hashed(accessToken)) ?? '');
    return grant !== undefined && now < grant.expiresAt ? grant : undefined;
  }

  /** The grant that a refresh token belongs to, without spending it. */
  findByRefresh(refreshToken: string): Grant | undefined {
    return this.#byId.get(this.#byRefresh.get(hashed(refreshToken)) ?? '');
  }

  /** Ends the grant that a token of either kind belongs to. */
  revoke(token: string): void {
    const hash = hashed(token);
    const grant = this.#byAccess.get(hash) ?? this.#byRefresh.get(hash);
    if (grant !== undefined) this.#store({ event: 'revoked', grant });
  }

  /** Whether anybody ever connected. */
  get any(): boolean {
    return this.#byId.size > 0;
  }

  close(): void {
    this.#lines.close();
  }

  #hand(
    about: { grant: string; account: string | null; clientId: string; scopes: readonly string[] },
    now: number,
  ): IssuedTokens {
    const accessToken = randomBytes(48).toString('base64url');
    const refreshToken = about.scopes.includes('offline.access')
      ? randomBytes(48).toString('base64url')
      : undefined;
    const grant: Grant = {
      event: 'issued',
      grant: about.grant,
      account: about.account,
      clientId: about.clientId,
      scopes: [...about.scopes],
      access: hashed(accessToken),
      expiresAt: now + accessTokenLifeMs,
      refresh: refreshToken === undefined ? null : hashed(refreshToken),
    };
    this.#store(grant);
    return { grant, accessToken, refreshToken };
  }

  #store(line: Line): void {
    this.#lines.append(line);
    this.#apply(line);
  }

  #apply(line: Line): void {
    const before = this.#byId.get(line.grant);
    if (before !== undefined) {
      this.#byAccess.delete(before.access);
      if (before.refresh !== null) this.#byRefresh.delete(before.refresh);
      this.#byId.delete(line.grant);
    }
    if (line.event === 'revoked') return;
    this.#byId.set(line.grant, line);
    this.#byAccess.set(line.access, line.grant);
    if (line.refresh !== null) this.#byRefresh.set(line.refresh, line.grant);
  }
}
