import type { AudienceInsights } from '../../shared/contract/audience.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { offsetsIn } from '../time/zone-offsets.ts';

/** An account whose audience is asked about. */
export interface AudienceAccount {
  readonly id: AccountId;
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly username: string;
  readonly zone: string;
}

type Responders = AudienceInsights['responders'];

/** Responses that it takes to describe who responds. */
export const responsesNeeded = 20;
const mostResponses = 5000;
const mostActive = 8;
const hourMs = 60 * 60_000;
/** In fewer words no language can be told. */
const wordsForLanguage = 4;

interface Response {
  readonly author: string;
  readonly authorName: string;
  readonly text: string;
  readonly url: string | null;
  readonly at: number;
}

/** What others wrote to or of an account, the newest first; what a search found and the account's own words are left out. */
function responsesTo(db: Database, account: AudienceAccount): Response[] {
  return db
    .sql<Response>(
      `SELECT author, author_name AS authorName, text, url, at FROM mention
       WHERE workspace_id = :workspaceId AND account_id = :id AND kind <> 'found' AND lower(author) <> lower(:username)
       ORDER BY at DESC, id DESC LIMIT :most`,
    )
    .all({
      workspaceId: account.workspaceId,
      id: account.id,
      username: account.username,
      most: mostResponses,
    });
}

/** Who responds: in which languages, at which hours of the account's zone, and who most often. */
export function respondersOf(
  db: Database,
  account: AudienceAccount,
  languageOf: (text: string) => string,
  told: boolean,
): Responders {
  const responses = responsesTo(db, account);
  const from = responses.at(-1)?.at ?? null;
  const to = responses[0]?.at ?? null;
  const counts = { have: responses.length, need: responsesNeeded, from, to };
  if (from === null || to === null || responses.length < responsesNeeded) {
    const status = responses.length === 0 && !told ? 'not_told' : 'not_enough_data';
    return {
      ...counts,
      status,
      people: 0,
      languages: [],
      languageUnknown: 0,
      hours: [],
      active: [],
    };
  }
  const people = Map.groupBy(responses, ({ author }) => author.toLowerCase());
  return {
    ...counts,
    status: 'known',
    people: people.size,
    ...languagesOf(responses, languageOf),
    hours: hoursOf(responses, postTimes(db, account, from), account.zone),
    active: activeOf([...people.values()]),
  };
}

function languagesOf(
  responses: readonly Response[],
  languageOf: (text: string) => string,
): Pick<Responders, 'languages' | 'languageUnknown'> {
  const counts = new Map<string, number>();
  for (const { text } of responses) {
    // Addresses and names of accounts are in no language.
    const bare = text.replaceAll(/https?:\/\/\S+|[@＠][\p{L}\p{N}_.]+/gu, ' ');
    const words = bare.match(/\p{L}+/gu)?.length ?? 0;
    const spaced = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}/u.test(bare);
    const code = words === 0 || (spaced && words < wordsForLanguage) ? 'und' : languageOf(bare);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const languageUnknown = counts.get('und') ?? 0;
  counts.delete('und');
  const told = responses.length - languageUnknown;
  const languages = [...counts]
    .map(([code, count]) => ({ code, responses: count, share: count / told }))
    .sort((left, right) => right.responses - left.responses || (left.code < right.code ? -1 : 1));
  return { languages, languageUnknown };
}

function postTimes(db: Database, { workspaceId, id }: AudienceAccount, from: number): number[] {
  return db
    .sql<{ at: number }>(
      `SELECT published_at AS at FROM remote_post
       WHERE workspace_id = :workspaceId AND account_id = :id AND published_at >= :from AND gone = 0
       ORDER BY published_at DESC LIMIT :most`,
    )
    .all({ workspaceId, id, from, most: mostResponses })
    .map(({ at }) => at);
}

function hoursOf(
  responses: readonly Response[],
  posts: readonly number[],
  zone: string,
): Responders['hours'] {
  const offsetAt = offsetsIn(zone);
  const count = (times: readonly number[]): number[] => {
    const hours = Array.from({ length: 24 }, () => 0);
    for (const at of times) {
      const hour = Math.floor((at + offsetAt(at)) / hourMs) % 24;
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    return hours;
  };
  const answered = count(responses.map(({ at }) => at));
  const posted = count(posts);
  return answered.map((found, hour) => ({ hour, responses: found, posts: posted[hour] ?? 0 }));
}

function activeOf(people: readonly (readonly Response[])[]): Responders['active'] {
  return people
    .flatMap((own) => {
      const [last] = own;
      return last === undefined || own.length < 2
        ? []
        : [
            {
              author: last.author,
              authorName: last.authorName,
              responses: own.length,
              lastAt: last.at,
              lastText: last.text,
              lastUrl: last.url,
            },
          ];
    })
    .sort((left, right) => right.responses - left.responses || right.lastAt - left.lastAt)
    .slice(0, mostActive);
}
