import { backOff, failurePolicy } from './failure-policy.ts';
import type { FailureRule, FixKind, Pauses } from './failure-policy.ts';

const reaches: Readonly<Record<FailureRule['reach'][number], string>> = {
  not_sent: 'not sent',
  refused: 'refused',
  unclear: 'unclear',
};

const pauseWords: Readonly<Record<Pauses, string>> = {
  nothing: 'nothing',
  operation: 'that call',
  limited: 'the account or app',
  account: 'the account',
  app: 'the app',
};

const fixes: Readonly<Record<FixKind, string>> = {
  none: 'nothing',
  add_credits: 'add credits, resume',
  raise_cap: 'raise the cap, retry',
  unlock_vault: 'unlock the vault',
  reconnect: 'connect again',
  visit_network: 'do what the network asks, retry',
  edit: 'edit, retry',
  replace_media: 'replace the file, retry',
  check_connection: 'check the connection',
  update_app: 'update OCMA',
  test_account: 'test the account',
  decide: 'say what is true',
};

/** The failure policy as a Markdown table, for docs/PUBLISHING.md. */
export function failureTable(): string {
  const head = ['Failure', 'The request was', 'What follows', 'Attempt', 'Rests', 'You', 'Why'];
  const rows = failurePolicy.map((rule) => [
    rule.code === 'any' ? 'any' : `\`${rule.code}\``,
    rule.reach.map((reach) => reaches[reach]).join(', '),
    becomesOf(rule),
    rule.becomes === 'later' || rule.becomes === 'unknown' ? 'no' : 'yes',
    restsOf(rule),
    fixes[rule.fix],
    rule.reason,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function becomesOf({ becomes, restMs, attempts }: FailureRule): string {
  switch (becomes) {
    case 'retry':
      return `again with back-off, ${attempts ?? 6} tries in all`;
    case 'later':
      return `again when the network says, else after ${durationOf(restMs ?? 0)}`;
    case 'rejected':
      return 'stops: failed';
    case 'auth':
      return 'stops: the account needs you';
    case 'unknown':
      return 'is looked for; else unknown';
  }
}

function restsOf({ pauses: { read, write } }: FailureRule): string {
  if (read === write && read !== 'limited') return pauseWords[read];
  const words = (what: Pauses, kind: string): string =>
    what === 'limited' ? `${kind} of ${pauseWords[what]}` : pauseWords[what];
  return `${words(write, 'posting')}; after a read ${words(read, 'reading')}`;
}

function durationOf(ms: number): string {
  if (ms >= 3_600_000) return `${ms / 3_600_000} h`;
  return ms >= 60_000 ? `${ms / 60_000} min` : `${ms / 1_000} s`;
}

/** How long back-off waits, in a sentence. */
export function backOffSentence(): string {
  const { firstMs, capMs, furthestMs } = backOff;
  return `Back-off waits a random time up to ${durationOf(firstMs)}, doubled with each failure up to ${durationOf(capMs)}; never less than the network asks (\`Retry-After\` in seconds or as a date), and never more than ${furthestMs / 86_400_000} days.`;
}
