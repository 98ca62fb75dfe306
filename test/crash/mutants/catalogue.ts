import { cutAs } from './mutant.ts';
import type { Mutant } from './mutant.ts';

const sendPart = 'engine/posts/publish/send-part.ts';
const parts = 'engine/posts/ledger/parts.ts';
const settle = 'engine/posts/publish/settle.ts';
const match = 'engine/platforms/x/match.ts';
const identify = 'engine/copies/identify.ts';

const byNoMeans = (scenario: 'text' | 'thread' | 'first_comment') =>
  [{ platform: 'model_none', scenario }] as const;

/** Bugs that the matrix must catch, each planted alone. A new way to publish twice belongs here first. */
export const mutants: readonly Mutant[] = [
  {
    name: 'the request leaves before `sending` is committed',
    patches: [
      {
        file: sendPart,
        search: `  const grant = await markSending(ledger, job, part, { inReplyTo, key, begins });
  if (!grant.ok) return { ok: false, outcome: notNow(grant) };
  const http = telling(to.http, run.onTheWire);
  const result = await to.platform.api.publish(http, { ...unstaged, handle: staged.handle });
`,
        replace: `  const http = telling(to.http, run.onTheWire);
  const result = await to.platform.api.publish(http, { ...unstaged, handle: staged.handle });
  const grant = await markSending(ledger, job, part, { inReplyTo, key, begins });
  if (!grant.ok) return { ok: false, outcome: notNow(grant) };
`,
      },
    ],
    on: byNoMeans('text'),
    kills: cutAs(['accepted']),
  },
  {
    name: 'absence from a list is taken as proof',
    patches: [
      {
        file: 'engine/posts/publish/settle/list-and-match.ts',
        search: `  return found === undefined
    ? { kind: 'cannot_tell', looked }`,
        replace: `  return found === undefined
    ? { kind: 'absent', handleSpent: false, looked }`,
      },
    ],
    on: [{ platform: 'model_list_and_match', scenario: 'thread' }],
    kills: cutAs(['late', 'accepted']),
  },
  {
    name: 'the lease is given back while the part is still on its way',
    patches: [
      {
        file: 'engine/posts/publish/send-part.ts',
        search: `    return asking(firstLookAt(to.platform.settle, sendingAt), failure.detail);`,
        replace: `    markNotSent(ledger, part, failure.code, 'publisher');
    return { kind: 'later', at: ports.clock.now() + 1_000, code: 'stopped', detail: failure.detail };`,
      },
    ],
    on: byNoMeans('text'),
    kills: cutAs(['reset']),
  },
  {
    name: 'a connection that was reset is tried again',
    patches: [
      {
        file: 'engine/http/outcome.ts',
        search: `  if (call.effect === 'write') {
    return failed({ code: 'unknown_outcome', reach: 'unclear', ...facts }, call.costMicros);`,
        replace: `  if (call.effect === 'write') {
    return failed({ code: 'network_unreachable', reach: 'not_sent', ...facts }, call.costMicros);`,
      },
    ],
    on: byNoMeans('text'),
    kills: cutAs(['reset']),
  },
  {
    name: 'a publisher that lost its claim goes on',
    patches: [
      {
        file: parts,
        search: `    guard(ledger, job);
    if (isCancelRequested(`,
        replace: `    if (isCancelRequested(`,
      },
      {
        file: parts,
        search: `        key: send.key,
      });
    if (changes !== 1) throw new ClaimLost();`,
        replace: `        key: send.key,
      });
    void changes;`,
      },
    ],
    on: [
      { platform: 'x', scenario: 'images_alone' },
      { platform: 'model_container', scenario: 'text' },
    ],
    kills: cutAs(['frozen']),
  },
  {
    name: 'a part that is settled is settled once more, by a send',
    patches: [
      {
        file: 'engine/posts/publish/settle.ts',
        search: `      settleAsSent(send, verdict);
      return { settled: true };`,
        replace: `      settleAsSent(send, verdict);
      ledger.db
        .sql("UPDATE delivery_part SET state = 'pending', sent_at = NULL, remote_id = NULL, sending_at = NULL WHERE id = :id")
        .run({ id: part.id });
      return { settled: true };`,
      },
    ],
    on: [{ platform: 'model_list_and_match', scenario: 'text' }],
    kills: cutAs(['accepted', 'reset']),
  },
  {
    name: 'the parent is left out of the match',
    patches: [
      { file: match, search: `  if (seen.inReplyTo !== sent.inReplyTo) return false;\n`, replace: '' },
    ],
    on: [{ platform: 'x', scenario: 'first_comment' }],
    kills: cutAs(['unsent'], 7),
  },
  {
    name: 'the pictures are left out of the match',
    patches: [
      {
        file: match,
        search: `  if (seen.mediaCount !== undefined && seen.mediaCount !== sent.mediaCount) return false;\n`,
        replace: '',
      },
    ],
    on: [{ platform: 'x', scenario: 'images_alone' }],
    kills: cutAs(['unsent'], 10),
  },
  {
    name: 'what says `sending` is sent again after a restart',
    patches: [
      {
        file: 'engine/main-thread.ts',
        search: `    releaseClaims(core.db, null);\n`,
        replace: `    releaseClaims(core.db, null);
    core.db.write(() =>
      core.db
        .sql(
          \`UPDATE delivery_part SET state = 'pending', sending_at = NULL, fingerprint = NULL WHERE state = 'sending'\`,
        )
        .run(),
    );\n`,
      },
    ],
    on: byNoMeans('text'),
    kills: cutAs(['accepted']),
  },
  {
    name: 'a first comment is sent again after a death',
    patches: [
      {
        file: settle,
        search: `  const send = openSend(deps, to, part, signal);
  for (const means of to.platform.settle) {
    const verdict = notTaken(send, await ask(send, means));`,
        replace: `  const send = openSend(deps, to, part, signal);
  if (part.position > 0) return sendAgain(send, job, { kind: 'absent', handleSpent: true });
  for (const means of to.platform.settle) {
    const verdict = notTaken(send, await ask(send, means));`,
      },
    ],
    on: byNoMeans('first_comment'),
    kills: cutAs(['accepted'], 2),
  },
  {
    name: 'a row of the history is left out',
    patches: [
      {
        file: parts,
        search: `    record(ledger, keyOf(part), {
      kind: 'sent',`,
        replace: `    if (by.how === 'user') record(ledger, keyOf(part), {
      kind: 'sent',`,
      },
    ],
    on: byNoMeans('thread'),
    kills: cutAs(['unsent'], 2),
  },
  {
    name: 'a post is said to be out before the network has answered',
    patches: [
      {
        file: sendPart,
        search: `  const result = await to.platform.api.publish(http, { ...unstaged, handle: staged.handle });
`,
        replace: `  const answer = to.platform.api.publish(http, { ...unstaged, handle: staged.handle });
  markSent(ledger, part, { remoteId: null, url: null }, { actor: 'publisher', how: 'answered' });
  const result = await answer;
`,
      },
    ],
    on: byNoMeans('text'),
    kills: cutAs(['unsent']),
  },
  {
    name: 'a key is made anew for each repeat',
    patches: [
      {
        file: 'engine/posts/publish/settle/repeat.ts',
        search: `    key: part.sendKey,\n`,
        replace: `    key: part.sendKey === null ? null : \`\${part.sendKey}-\${deps.ports.clock.now()}\`,\n`,
      },
    ],
    on: [{ platform: 'model_idempotency_key', scenario: 'text' }],
    kills: cutAs(['accepted']),
  },
  {
    name: 'a restored file sends',
    patches: [
      {
        file: identify,
        search: `  return reached !== null && isBefore(ledgerPoint(db), reached) ? 'rolled_back' : null;`,
        replace: `  return reached !== null && isBefore(reached, reached) ? 'rolled_back' : null;`,
      },
    ],
    on: byNoMeans('text'),
    kills: ({ disturbance, kill }) => disturbance === 'older_backup' && kill.kind === 'none',
  },
  {
    name: 'a second copy sends',
    patches: [
      {
        file: identify,
        search: `!isSamePlace(installation.place, here)) return 'copied';`,
        replace: `!isSamePlace(installation.place, here)) ports.log.debug({}, 'elsewhere');`,
      },
    ],
    on: byNoMeans('text'),
    kills: ({ disturbance, kill }) =>
      disturbance === 'second_copy' && kill.kind === 'request' && kill.cut === 'unsent',
  },
];
