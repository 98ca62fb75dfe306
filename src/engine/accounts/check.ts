import type { ConnectionCheck } from '../../shared/models/account.ts';
import { createAccountHttp } from '../http/account-http.ts';
import type { Failure } from '../http/call.ts';
import { exhaustedWindow } from '../http/rate-windows.ts';
import { monthOf, readCap, readSpending } from '../http/spending.ts';
import { dollars } from '../money.ts';
import { hasSecret } from '../oauth/network-config.ts';
import type { Platform } from '../platforms/platform.ts';
import { getAccount, refOf, saveProfile } from './account-rows.ts';
import type { StoredAccount } from './account-rows.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { isFine } from './check-line.ts';
import type { CheckLine } from './check-line.ts';
import { wantPicture } from './picture-job.ts';

/** A clock that is off by less is well; the `Date` of an answer has whole seconds and some way to go. */
const clockSkewMs = 60_000;

type Say = (
  id: string,
  status: CheckLine['status'],
  key: string,
  params?: Record<string, string | number>,
) => CheckLine;

/**
 * Looks at everything that publishing rests on, and says how to mend what does not hold. Reads the profile, which costs
 * what the network charges for it, and brings the stored one up to date.
 */
export async function checkAccount(
  deps: AccountsDeps,
  row: StoredAccount,
  platform: Platform,
): Promise<ConnectionCheck> {
  const say = sayer(deps, row, platform);
  const at = deps.ports.clock.now();
  if (row.state === 'disconnected') {
    const lines = [say('connection', 'problem', 'check.connection.disconnected')];
    return { at, ok: false, lines };
  }
  let skewMs: number | null = null;
  const http = createAccountHttp(
    { ...deps.http, tokens: deps.tokens, findPlatform: deps.findPlatform },
    row.id,
    {
      regardless: true,
      onDate: (network, here) => {
        skewMs = here - network;
      },
    },
  );
  const profile = await platform.api.profile(http, refOf(row));
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    if (profile.ok) {
      saveProfile(deps.db, row, profile.data, now);
      wantPicture(deps, row);
    }
    deps.changed({ topic: 'account', workspaceId: row.workspaceId, id: row.id });
  });
  const newest = getAccount(deps.db, row.workspaceId, row.id);
  const lines = [
    profile.ok
      ? say('profile', 'ok', 'check.profile.ok', { username: profile.data.username })
      : failureLine(deps, profile.failure, platform),
    ...tokenLines(deps, newest, say),
    scopesLine(newest, platform, say),
    limitsLine(deps, newest, platform, say),
    spendingLine(deps, newest, say),
    ...clockLines(newest, skewMs, say),
    ...endpointLines(newest, say),
  ];
  return { at: now, ok: isFine(lines), lines };
}

function sayer({ words }: AccountsDeps, row: StoredAccount, platform: Platform): Say {
  return (id, status, key, params = {}) => {
    const all = { network: platform.card.title, username: row.username, ...params };
    const fix = status === 'ok' ? null : words(`accounts.${key}.fix`, all);
    return { id, status, text: words(`accounts.${key}.text`, all), fix };
  };
}

function failureLine({ words }: AccountsDeps, failure: Failure, platform: Platform): CheckLine {
  const params = { platform: platform.card.title };
  const fix = words(`errors.${failure.code}.fix`, params);
  const text = words(`errors.${failure.code}.message`, params);
  return { id: 'profile', status: 'problem', text, fix: fix === '' ? null : fix };
}

function tokenLines({ db, ports }: AccountsDeps, row: StoredAccount, say: Say): CheckLine[] {
  if (row.state !== 'connected') return [];
  if (row.tokenExpiresAt === null) return [say('token', 'ok', 'check.token.lasting')];
  const until = { until: timeOf(row.tokenExpiresAt) };
  const owner = { workspaceId: row.workspaceId, ownerKind: 'account', ownerId: row.id } as const;
  const renewable = hasSecret(db, { ...owner, name: 'refresh_token' });
  if (renewable) return [say('token', 'ok', 'check.token.ok', until)];
  const left = row.tokenExpiresAt - ports.clock.now();
  return [say('token', left > 0 ? 'warning' : 'problem', 'check.token.ending', until)];
}

function scopesLine(row: StoredAccount, platform: Platform, say: Say): CheckLine {
  const missing = platform.signIn.scopes.filter((scope) => !row.scopes.includes(scope));
  return missing.length === 0
    ? say('scopes', 'ok', 'check.scopes.ok')
    : say('scopes', 'problem', 'check.scopes.missing', { scopes: missing.join(', ') });
}

function limitsLine(deps: AccountsDeps, row: StoredAccount, platform: Platform, say: Say): CheckLine {
  const now = deps.ports.clock.now();
  if (row.pausedUntil !== null && row.pausedUntil > now) {
    const reason = deps.words(`errors.${row.pauseReason ?? 'rate_limited'}.message`, {
      platform: platform.card.title,
    });
    return say('limits', 'problem', 'check.limits.paused', { until: timeOf(row.pausedUntil), reason });
  }
  const until = exhaustedWindow(deps.db, { accountId: row.id, clientId: row.clientId }, now);
  return until === null
    ? say('limits', 'ok', 'check.limits.ok')
    : say('limits', 'warning', 'check.limits.used', { until: timeOf(until) });
}

function spendingLine({ db, ports }: AccountsDeps, row: StoredAccount, say: Say): CheckLine {
  const cap = readCap(db, row.workspaceId);
  const { spentMicros, reservedMicros } = readSpending(db, row.workspaceId, monthOf(ports.clock.now()));
  const spent = dollars(spentMicros + reservedMicros);
  if (cap === null) return say('spending', 'ok', 'check.spending.open', { spent });
  const reached = spentMicros + reservedMicros >= cap;
  const params = { spent, cap: dollars(cap) };
  return reached
    ? say('spending', 'problem', 'check.spending.reached', params)
    : say('spending', 'ok', 'check.spending.ok', params);
}

/** The practice network has a clock of its own. */
function clockLines(row: StoredAccount, skewMs: number | null, say: Say): CheckLine[] {
  if (skewMs === null || row.practice) return [];
  if (Math.abs(skewMs) <= clockSkewMs) return [say('clock', 'ok', 'check.clock.ok')];
  return [say('clock', 'warning', 'check.clock.off', { seconds: Math.round(Math.abs(skewMs) / 1_000) })];
}

function endpointLines(row: StoredAccount, say: Say): CheckLine[] {
  if (!row.customEndpoints || row.practice) return [];
  return [
    say('endpoints', 'warning', 'check.endpoints.custom', { address: new URL(row.endpoints.api).origin }),
  ];
}

/** UTC, since the engine does not know how the reader writes times. */
function timeOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
