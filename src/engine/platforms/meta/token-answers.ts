import { z } from 'zod';
import type { TokenAnswerOnWire, TokenReply } from '../sign-in.ts';
import { evidence } from '../evidence.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { readGraphError } from './graph-error.ts';
import type { GraphError } from './graph-error.ts';
import { knownCodes } from './known-errors.ts';

const grant = z.object({
  access_token: z.string().min(1),
  /** Seconds; left out by some flows for tokens without an end. */
  expires_in: z.number().positive().optional(),
  /** Instagram: what was granted, as a list or separated by commas. */
  permissions: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Instagram documents a list of one and also answers flat. */
const grantAnswer = z.union([
  grant,
  z.object({ data: z.tuple([grant], grant) }).transform(({ data }) => data[0]),
]);

/** A token that Meta issued. */
export interface MetaGrant {
  readonly accessToken: string;
  /** Epoch ms; null where Meta did not say. */
  readonly expiresAt: number | null;
  readonly scopes: readonly string[] | null;
}

export type MetaGrantReply =
  | { readonly kind: 'granted'; readonly grant: MetaGrant }
  | Exclude<TokenReply, { readonly kind: 'issued' }>;

/** Reads what a token endpoint of Meta answered. */
export const readGrant = (wire: TokenAnswerOnWire, now: number): MetaGrantReply => {
  if (wire.kind === 'lost') return { kind: wire.sent ? 'lost' : 'not_sent' };
  const { status, body, headers } = wire.answer;
  const read = status >= 200 && status < 300 ? grantAnswer.safeParse(body) : null;
  if (read?.success === true) {
    const { access_token: accessToken, expires_in: seconds, permissions } = read.data;
    return {
      kind: 'granted',
      grant: {
        accessToken,
        expiresAt: seconds === undefined ? null : now + seconds * 1_000,
        scopes: permissions === undefined ? null : listed(permissions),
      },
    };
  }
  const error = readGraphError(body);
  const unavailable = {
    kind: 'unavailable',
    status,
    retryAt: retryAfterOf(headers, now),
  } as const;
  if (error === null || status >= 500 || status === 429) return unavailable;
  const name = oauthError(error);
  if (name === null) return unavailable;
  return { kind: 'refused', error: name, description: evidence(error.userMessage || error.message) };
};

const listed = (permissions: string | readonly string[]): readonly string[] =>
  (typeof permissions === 'string' ? permissions.split(',') : permissions)
    .map((permission) => permission.trim())
    .filter((permission) => permission !== '');

/**
 * Graph's numbers in the words of OAuth (RFC 6749, section 5.2); null where it is an outage or a limit. A wrong secret has
 * the number of an unknown error, so that only its words tell.
 */
const oauthError = ({ code, transient, message }: GraphError): string | null => {
  if (code === 101 || /client[_ ]secret|client[_ ]id|validating application|app[_ ]id/i.test(message)) {
    return 'invalid_client';
  }
  if (code === 191) return 'invalid_request';
  const known = code === null ? undefined : knownCodes.get(code)?.code;
  if (transient === true || known === 'unavailable' || known === 'rate_limited') return null;
  return 'invalid_grant';
};
