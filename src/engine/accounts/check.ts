import type { ConnectionCheck } from '../../shared/models/account.ts';
import { createAccountHttp } from '../http/account-http.ts';
import type { Failure } from '../http/call.ts';
import { readQuota } from '../http/quotas.ts';
import { exhaustedWindow } from '../http/rate-windows.ts';
import { monthOf, readCap, readSpending } from '../http/spending.ts';
import { dollars } from '../money.ts';
import type { Platform } from '../platforms/platform.ts';
import type { DoctorFinding } from '../platforms/reading.ts';
import { getAccount, lifeOf, refOf, saveProfile } from './account-rows.ts';
import type { StoredAccount } from './account-rows.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { missingByFeature } from './features.ts';
import { isFine } from './check-line.ts';
import type { CheckLine } from './check-line.ts';
import { wantPicture } from './picture-job.ts';
import { handleOf } from '../../shared/models/account-handle.ts';

/** A clock that is off by less is well; the `Date` of an answer has whole seconds and some way to go. */
const clockSkewMs = 60_000;

/** A sign-in that ends within this is warned of, in milliseconds. */
const soonMs = 14 * 24 * 60 * 60_000;

/** What the lines that every network has are about; a line for one permission is about that. */
const abouts: Readonly<Record<string, CheckLine['about']>> = {
  connection: 'sign_in',
  profile: 'sign_in',
  token: 'sign_in',
  scopes: 'permissions',
  limits: 'limits',
  quota: 'limits',
  spending: 'limits',
  version: 'version',
  clock: 'machine',
  endpoints: 'machine',
};

/** Budgets that last for less than this are not shown, in milliseconds. */
const shownWindowMs = 60 * 60_000;

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
  // What the network itself wants looked at needs access to be asked.
  const findings =
    profile.ok && platform.api.doctor !== undefined
      ? await platform.api.doctor(http, refOf(newest), now)
      : [];
  const lines = [
    profile.ok
      ? say('profile', 'ok', 'check.profile.ok', { account: handleOf(profile.data) })
      : failureLine(deps, profile.failure, platform),
    ...versionLines(profile.ok ? null : profile.failure, say),
    ...tokenLines(deps, newest, platform, say),
    ...scopesLines(deps, newest, platform, say),
    limitsLine(deps, newest, platform, say),
    ...quotaLines(deps, newest, platform, say),
    spendingLine(deps, newest, say),
    ...clockLines(newest, skewMs, say),
    ...endpointLines(newest, say),
    ...findings.map((finding) => findingLine(deps, finding, newest, platform)),
  ];
  return { at: now, ok: isFine(lines), lines };
}

function sayer({ words }: AccountsDeps, row: StoredAccount, platform: Platform): Say {
  return (id, status, key, params = {}) => {
    const all = { network: platform.card.title, username: row.username, account: handleOf(row), ...params };
    const fix = status === 'ok' ? null : words(`accounts.${key}.fix`, all);
    const about = abouts[id.split(':', 1)[0] ?? id] ?? 'permissions';
    return { id, about, status, text: words(`accounts.${key}.text`, all), fix };
  };
}

function failureLine({ words }: AccountsDeps, failure: Failure, platform: Platform): CheckLine {
  const params = { platform: platform.card.title };
  const fix = words(`errors.${failure.code}.fix`, params);
  const text = words(`errors.${failure.code}.message`, params);
  return { id: 'profile', about: 'sign_in', status: 'problem', text, fix: fix === '' ? null : fix };
}

function tokenLines({ ports }: AccountsDeps, row: StoredAccount, platform: Platform, say: Say): CheckLine[] {
  if (row.state !== 'connected') return [];
  const { tokenEndsAt, endsAt } = lifeOf(row, platform);
  if (tokenEndsAt === null) return [say('token', 'ok', 'check.token.lasting')];
  if (endsAt === null) return [say('token', 'ok', 'check.token.ok', { until: timeOf(tokenEndsAt) })];
  const until = { until: timeOf(endsAt) };
  const left = endsAt - ports.clock.now();
  // Good for long, but on a day to come only the user can renew it.
  if (left > soonMs)
    return [say('token', 'ok', endsAt > tokenEndsAt ? 'check.token.renewable' : 'check.token.until', until)];
  return [say('token', left > 0 ? 'warning' : 'problem', 'check.token.ending', until)];
}

/** The profile is answered in another form, or no more, where a network has ended a version of its API. */
function versionLines(failure: Failure | null, say: Say): CheckLine[] {
  if (failure === null) return [say('version', 'ok', 'check.version.ok')];
  return failure.code === 'platform_changed' ? [say('version', 'problem', 'check.version.ended')] : [];
}

/** What was granted, and what is missing by what it is for. */
function scopesLines({ words }: AccountsDeps, row: StoredAccount, platform: Platform, say: Say): CheckLine[] {
  const missing = missingByFeature(platform, row.scopes);
  const unnamed = platform.signIn.scopes.filter((scope) => !row.scopes.includes(scope));
  if (unnamed.length === 0 && missing.length === 0) return [say('scopes', 'ok', 'check.scopes.ok')];
  if (missing.length === 0)
    return [say('scopes', 'problem', 'check.scopes.missing', { scopes: unnamed.join(', ') })];
  return missing.map(({ scope, features }) =>
    say(`scope:${scope}`, 'problem', 'check.scopes.missingFor', {
      scope,
      features: features.map((name) => words(`accounts.feature.name.${name}`)).join(', '),
    }),
  );
}

/** What the network's own doctor found, in the network's words. */
function findingLine(
  { words }: AccountsDeps,
  { id, status, params }: DoctorFinding,
  row: StoredAccount,
  platform: Platform,
): CheckLine {
  const all = { network: platform.card.title, username: row.username, account: handleOf(row), ...params };
  const fix = status === 'ok' ? '' : words(`doctor.${id}.fix`, all);
  const about = platform.words.doctor?.[id]?.about ?? 'network';
  return { id, about, status, text: words(`doctor.${id}.text`, all), fix: fix === '' ? null : fix };
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

/** What is left of the budgets that are counted here. Those of a minute are full again before one has read of them. */
function quotaLines(
  { db, ports }: AccountsDeps,
  row: StoredAccount,
  platform: Platform,
  say: Say,
): CheckLine[] {
  const now = ports.clock.now();
  return (platform.quotas ?? [])
    .filter(({ refills }) => refills.kind === 'day' || refills.ms >= shownWindowMs)
    .map((quota) => {
      const { bucket, limit, remaining, refillsAt } = readQuota(
        db,
        quota,
        { accountId: row.id, clientId: row.clientId },
        now,
      );
      const params = {
        left: remaining.toLocaleString('en'),
        limit: limit.toLocaleString('en'),
        of: quota.label ?? bucket,
        until: timeOf(refillsAt),
      };
      if (remaining === limit) return say(`quota:${bucket}`, 'ok', 'check.quota.full', params);
      const isUsed = remaining === 0;
      return say(
        `quota:${bucket}`,
        isUsed ? 'warning' : 'ok',
        isUsed ? 'check.quota.used' : 'check.quota.left',
        params,
      );
    });
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
