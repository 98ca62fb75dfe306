import type { AudienceFollowers, FollowerTry } from '../../shared/contract/followers.ts';
import type { FeatureDeps } from '../feature.ts';
import type { CountryClock } from './country-clocks.ts';
import type { FollowedAccount } from './followed-account.ts';
import { hindranceOf } from './followed-account.ts';
import { onlineHoursIn } from './online-hours.ts';
import type { OnlineHours } from './online-hours.ts';
import { newestCountries, onlineDays, readingOf } from './reading-store.ts';
import type { AudiencePart } from './reading-store.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** What the answer needs; when an hour of the week comes next is handed in by features.ts. */
export interface FollowersDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'words' | 'platformOf'> {
  readonly nextTime: (
    slot: number,
    zone: string,
    after: number,
  ) => { readonly instant: number; readonly note: FollowerTry['note'] } | undefined;
}

const dayMs = 24 * 60 * 60_000;
/** Four weeks, so that each weekday counts alike. */
const mostDays = 28;
const mostTries = 3;

/** When an account's followers are online on the clock of a zone, and where they are; from what was read, without asking the network. */
export function followersOf(
  deps: FollowersDeps & { readonly clockOfCountry: (country: string, at: number) => CountryClock },
  account: FollowedAccount,
  zone: string,
): AudienceFollowers {
  const { db, ports } = deps;
  const { card, audience } = deps.platformOf(account.platform);
  const now = ports.clock.now();
  const days = onlineDays(db, account, mostDays);
  const hours = onlineHoursIn(days, zone);
  const from = days[0]?.startsAt ?? null;
  const to = days.at(-1)?.startsAt ?? null;
  const where = newestCountries(db, account);
  return {
    accountId: account.id,
    source: card.title,
    zone,
    online: {
      ...standingOf(deps, account, 'online', days.length > 0),
      from,
      to: to === null ? null : to + dayMs,
      note: audience?.online?.note ?? null,
      days: days.length,
      hours: days.length === 0 ? [] : hours.day.map((mean, hour) => ({ hour, online: rounded(mean) })),
      tries: triesOf(deps, hours, zone),
    },
    countries: {
      ...standingOf(deps, account, 'countries', where.length > 0),
      counts: audience?.countries?.counts ?? 'followers',
      ...whereaboutsOf(where, (country) => deps.clockOfCountry(country, now)),
    },
  };
}

const rounded = (mean: number | null): number | null => (mean === null ? null : Math.round(mean));

/** How it stands with one part, by what was last tried; what is known stays shown when reading it fails. */
function standingOf(
  { db, words, platformOf }: FollowersDeps,
  account: FollowedAccount,
  part: AudiencePart,
  isKnown: boolean,
): Pick<AudienceFollowers['online'], 'status' | 'text' | 'readAt'> {
  const platform = platformOf(account.platform);
  const { card, audience, scopesOf } = platform;
  const network = card.title;
  if (audience?.[part] === undefined)
    return { status: 'not_told', text: words(`audience.not_told.${part}`, { network }), readAt: null };
  const reading = readingOf(db, account, part);
  const readAt = reading?.readAt ?? null;
  const say = (status: AudienceFollowers['online']['status'], text: string) => ({
    status: isKnown ? ('known' as const) : status,
    text,
    readAt,
  });
  if (account.state !== 'connected') return say('not_read', words('audience.not_connected'));
  const hindrance = hindranceOf(platform, account);
  // It was too small when it was last tried, and has grown since.
  const hasGrown = hindrance === null && reading?.trouble === 'few_followers';
  if (hindrance === null && (reading === undefined || hasGrown))
    return say('not_read', words('audience.not_read'));
  const trouble = hindrance ?? reading?.trouble ?? null;
  switch (trouble) {
    case null:
      return { status: isKnown ? 'known' : 'nothing_told', text: null, readAt };
    case 'few_followers': {
      const { leastFollowers: least = 0 } = audience;
      const params = { network, least, followers: account.followers ?? 0 };
      return say('few_followers', words('audience.few_followers', params));
    }
    case 'nothing_told':
      return say('nothing_told', words('audience.nothing_told', { network }));
    case 'scope_missing': {
      const missing = (scopesOf?.account_metrics ?? []).filter((scope) => !account.scopes.includes(scope));
      return say(
        'trouble',
        missing.length === 0
          ? words('audience.refused', { network })
          : words('audience.scope_missing', { network, scopes: missing.join(', ') }),
      );
    }
    default: {
      const reason = words(`errors.${trouble}.message`, { platform: network, account: account.ref.username });
      return say('trouble', words('audience.failed', { reason }));
    }
  }
}

function triesOf({ ports, words, nextTime }: FollowersDeps, { week }: OnlineHours, zone: string) {
  const now = ports.clock.now();
  const slots = week
    .flatMap(({ online, days }, slot) => (online === null ? [] : [{ slot, online, days }]))
    .toSorted((one, other) => other.online - one.online || one.slot - other.slot);
  const tries: FollowerTry[] = [];
  for (const { slot, online: mean, days } of slots) {
    if (tries.length === mostTries) break;
    const weekday = Math.floor(slot / 24) + 1;
    const next = nextTime(slot, zone, now);
    if (next === undefined || tries.some((one) => one.weekday === weekday)) continue;
    const online = Math.round(mean);
    const why = words('audience.try', { online, weeks: days });
    tries.push({ slot, weekday, hour: slot % 24, online, next: next.instant, note: next.note, why });
  }
  return tries;
}
