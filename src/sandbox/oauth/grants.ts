import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from '../json-lines.ts';

const issuedSchema = z.strictObject({
  event: z.literal('issued'),
  grant: z.string(),
  /** null: an app-only token, which speaks for nobody. */
  account: z.string().nullable(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  /** What was ticked besides: ids of pages, organisations, channels. */
  chosen: z.array(z.string()).default([]),
  /** The grant that this one was made under, such as a page's under a person's: it ends with that one. */
  under: z.string().nullable().default(null),
  access: z.string(),
  expiresAt: z.int(),
  refresh: z.string().nullable(),
  refreshExpiresAt: z.int().nullable().default(null),
});
const lineSchema = z.discriminatedUnion('event', [
  issuedSchema,
  z.strictObject({ event: z.literal('revoked'), grant: z.string() }),
]);

/** A grant with its newest tokens, which are kept as SHA-256 only. */
export type Grant = Readonly<z.infer<typeof issuedSchema>>;
type Line = z.infer<typeof lineSchema>;

/** Tokens as they are handed out, once. */
export interface IssuedTokens {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
}

/** What a grant is for. */
export interface NewGrant {
  readonly account: string | null;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly chosen?: readonly string[];
  readonly under?: string;
}

/** How a network's tokens are. Lives are practice milliseconds; null is for ever. */
export interface TokenHabits {
  readonly accessLifeMs: number | null;
  /** null: this network gives no refresh tokens. */
  readonly refresh: {
    readonly lifeMs: number | null;
    /** Whether a refresh spends the refresh token and gives another. */
    readonly rotates: boolean;
    /** Whether a grant with these scopes gets one. */
    readonly comesWith: (scopes: readonly string[]) => boolean;
  } | null;
  /** What its tokens begin with, such as `EAA`. */
  readonly prefix: string;
}

/** Beyond any clock: an end that never comes. */
const never = Number.MAX_SAFE_INTEGER;

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Every grant of a network, kept on the disk. A refresh ends the access token before it. */
export class Grants {
  readonly #byId = new Map<string, Grant>();
  readonly #byAccess = new Map<string, string>();
  readonly #byRefresh = new Map<string, string>();
  /** The tokens of grants that were ended, so that they can be told from tokens that never were. */
  readonly #revoked = new Set<string>();
  readonly #lines: JsonLines<Line>;
  readonly #habits: TokenHabits;

  constructor(dataDirectory: string, network: string, habits: TokenHabits) {
    this.#habits = habits;
    this.#lines = JsonLines.open(join(dataDirectory, `${network}-grants.jsonl`), (line) => {
      this.#apply(lineSchema.parse(line));
    });
  }

  /** A new grant. `accessLifeMs` where this kind of token lives another time than the network's usual. */
  issue(wanted: NewGrant, now: number, accessLifeMs = this.#habits.accessLifeMs): IssuedTokens {
    const { refresh } = this.#habits;
    const refreshToken = refresh?.comesWith(wanted.scopes) === true ? this.#token() : undefined;
    return this.#hand(
      {
        grant: randomUUID(),
        account: wanted.account,
        clientId: wanted.clientId,
        scopes: [...wanted.scopes],
        chosen: [...(wanted.chosen ?? [])],
        under: wanted.under ?? null,
      },
      { token: refreshToken, expiresAt: endOf(now, refresh?.lifeMs ?? null) },
      now,
      accessLifeMs,
    );
  }

  /** Uses a refresh token; undefined when it is unknown, spent, expired, revoked or another client's. */
  refresh(refreshToken: string, clientId: string, now: number): IssuedTokens | undefined {
    const grant = this.findByRefresh(refreshToken);
    const { refresh, accessLifeMs } = this.#habits;
    if (grant === undefined || grant.clientId !== clientId || refresh === null) return undefined;
    if (now >= (grant.refreshExpiresAt ?? never)) return undefined;
    const next = refresh.rotates
      ? { token: this.#token(), expiresAt: endOf(now, refresh.lifeMs) }
      : { token: refreshToken, expiresAt: grant.refreshExpiresAt ?? never };
    return this.#hand(grant, next, now, accessLifeMs);
  }

  /** The grant that an access token speaks for; undefined when unknown, expired or revoked. */
  find(accessToken: string, now: number): Grant | undefined {
    const grant = this.findExpired(accessToken);
    if (grant === undefined || now >= grant.expiresAt) return undefined;
    return grant.under === null || this.#byId.has(grant.under) ? grant : undefined;
  }

  /** The same, also for a token whose life is over: to tell expired from revoked. */
  findExpired(accessToken: string): Grant | undefined {
    return this.#byId.get(this.#byAccess.get(hashed(accessToken)) ?? '');
  }

  /** Whether a token of either kind belonged to a grant that was ended. */
  wasRevoked(token: string): boolean {
    return this.#revoked.has(hashed(token));
  }

  /** The grant that a refresh token belongs to, without spending it. */
  findByRefresh(refreshToken: string): Grant | undefined {
    return this.#byId.get(this.#byRefresh.get(hashed(refreshToken)) ?? '');
  }

  /** Ends the grant that a token of either kind belongs to, and those made under it. */
  revoke(token: string): void {
    const hash = hashed(token);
    const grant = this.#byAccess.get(hash) ?? this.#byRefresh.get(hash);
    if (grant !== undefined) this.#store({ event: 'revoked', grant });
  }

  /** Ends every grant that a person gave an app. */
  revokeAllOf(account: string, clientId: string): void {
    for (const grant of this.list()) {
      if (grant.account === account && grant.clientId === clientId)
        this.#store({ event: 'revoked', grant: grant.grant });
    }
  }

  /** Every grant that stands, such as those to take back when a person ends an app's access. */
  list(): readonly Grant[] {
    return [...this.#byId.values()];
  }

  /** Whether anybody ever connected. */
  get any(): boolean {
    return this.#byId.size > 0 || this.#revoked.size > 0;
  }

  close(): void {
    this.#lines.close();
  }

  #token(): string {
    return this.#habits.prefix + randomBytes(48).toString('base64url');
  }

  #hand(
    about: Pick<Grant, 'grant' | 'account' | 'clientId' | 'scopes' | 'chosen' | 'under'>,
    refresh: { readonly token: string | undefined; readonly expiresAt: number },
    now: number,
    accessLifeMs: number | null,
  ): IssuedTokens {
    const accessToken = this.#token();
    const { grant: id, account, clientId, scopes, chosen, under } = about;
    const grant: Grant = {
      event: 'issued',
      grant: id,
      account,
      clientId,
      scopes,
      chosen,
      under,
      access: hashed(accessToken),
      expiresAt: endOf(now, accessLifeMs),
      refresh: refresh.token === undefined ? null : hashed(refresh.token),
      refreshExpiresAt: refresh.token === undefined ? null : refresh.expiresAt,
    };
    this.#store(grant);
    return { grant, accessToken, refreshToken: refresh.token };
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
    if (line.event === 'revoked') {
      if (before !== undefined)
        for (const hash of [before.access, before.refresh ?? '']) this.#revoked.add(hash);
      for (const { grant, under } of this.list()) {
        if (under === line.grant) this.#apply({ event: 'revoked', grant });
      }
      return;
    }
    this.#byId.set(line.grant, line);
    this.#byAccess.set(line.access, line.grant);
    if (line.refresh !== null) this.#byRefresh.set(line.refresh, line.grant);
  }
}

function endOf(now: number, lifeMs: number | null): number {
  return lifeMs === null ? never : now + lifeMs;
}
