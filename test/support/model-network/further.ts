import { z } from 'zod';
import type { OptionField } from '../../../src/shared/models/publish-option.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { SettleMeans } from '../../../src/engine/platforms/settling.ts';
import { handleLivesMs, handsOver, keyLivesMs } from './behaviour.ts';
import type { ModelNetwork } from './networks.ts';
import { modelPlatform, read, stage, urlOf, write } from './platform.ts';
import { startModelServer } from './server.ts';

const plan = z.object({
  state: z.enum(['waiting', 'published', 'gone']),
  publishAt: z.int().nullable(),
  remoteId: z.string().nullable(),
});

/** Publishes by itself at a time, between five minutes and thirty days ahead. */
function scheduling(platform: Platform): Platform {
  return {
    ...platform,
    nativeSchedule: { leastAheadMs: 5 * 60_000, mostAheadMs: 30 * 24 * 3_600_000 },
    api: {
      ...platform.api,
      async scheduled(http, _account, scheduledId) {
        const result = await http.send({
          ...read,
          operation: 'planned.read',
          path: `/planned/${scheduledId}`,
          answer: plan,
        });
        if (!result.ok)
          return result.failure.status === 404
            ? { state: 'gone' }
            : { state: 'failed', failure: result.failure };
        const { state, publishAt, remoteId } = result.data;
        if (state === 'waiting') return { state, publishAt };
        if (remoteId === null) return { state: 'gone' };
        return { state: 'published', remoteId, url: urlOf(remoteId), publishedAt: publishAt };
      },
      async unschedule(http, _account, scheduledId) {
        return await http.send({
          ...write,
          operation: 'withdrawals.create',
          effect: 'upload',
          path: `/withdrawals/${scheduledId}`,
          answer: z.object({ deleted: z.boolean() }),
          body: { kind: 'json', value: {} },
        });
      },
    },
  };
}

const base = { help: null, shownWhen: null };
const fields: readonly OptionField[] = [
  {
    kind: 'choice',
    id: 'audience',
    label: 'Who can see it',
    ...base,
    choices: [
      { value: 'all', label: 'Everybody' },
      { value: 'friends', label: 'Friends' },
    ],
    defaultValue: null,
    required: true,
  },
  { kind: 'toggle', id: 'remix', label: 'Remixes', ...base, defaultValue: true },
  {
    kind: 'text',
    id: 'firstComment',
    label: 'First comment',
    ...base,
    limit: 20,
    multiline: true,
    required: false,
  },
];

/** Later parts are comments, media are fetched from a public address, and an audience must be chosen. */
function commented(platform: Platform): Platform {
  return {
    ...platform,
    card: { ...platform.card, laterParts: 'comments', fetchesMedia: 'all' },
    options: () => fields,
    uploadsInPublish: true,
    check: (parts, _profile, { hasMediaHost }) =>
      parts.some(({ media }) => media.length > 0) && !hasMediaHost
        ? [{ id: 'mediaMissing', part: 0, severity: 'error', params: {}, range: null }]
        : [],
    api: {
      ...platform.api,
      async stage(http, part) {
        for (const source of part.media) {
          const address = await source.publicUrl();
          if (address === null) throw new Error('There is no place for media.');
          if (!address.ok) return { state: 'failed', failure: address.failure, spent: false };
        }
        return await stage(http);
      },
    },
  };
}

function network(name: string, means: SettleMeans, shape: (platform: Platform) => Platform): ModelNetwork {
  return {
    name,
    means: means.kind,
    proves: true,
    platform: shape(modelPlatform(name, [means])),
    start: (options) => startModelServer({ ...options, kinds: new Map([[name, means.kind]]) }),
  };
}

const key: SettleMeans = { kind: 'idempotency_key', livesMs: keyLivesMs, repeatAfterMs: 10_000 };
const container: SettleMeans = { kind: 'container', livesMs: handleLivesMs };

const list: SettleMeans = { kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] };

/** Networks that do more than publish at once. */
export const furtherNetworks = {
  /** The same, where a lost answer is looked for in a list that shows only what is out. */
  lists: network('model_lists', list, scheduling),
  schedules: network('model_schedules', key, scheduling),
  hands: network(handsOver, container, (platform) => platform),
  comments: network('model_comments', container, commented),
} as const;
