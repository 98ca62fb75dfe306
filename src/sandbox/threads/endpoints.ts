import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Call, Endpoint } from '../meta/containers/gate.ts';
import { badParameter, unknownObject } from '../meta/problems.ts';
import { ownsPath, publishContainer } from '../meta/containers/publish.ts';
import { listAnswer, objectAnswer } from '../meta/containers/shown.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import type { Post } from '../meta/containers/store.ts';
import { createContainer } from './create.ts';
import { readAccountInsights, readPostInsights } from './insights.ts';
import { conversationUnder, repliesTo, shownAccount, shownContainer, shownThread } from './shown.ts';

const basic = 'threads_basic';
const publishing = [basic, 'threads_content_publish'] as const;
const reading = [basic, 'threads_read_replies'] as const;
const insights = [basic, 'threads_manage_insights'] as const;

const postsADay = 250;
const repliesADay = 1000;

/** The Threads API, as far as this network has it. Fixed paths stand before `:id`. */
export function endpoints(site: ContainerSite): readonly Endpoint[] {
  const used = (account: string, replies: boolean): number =>
    site.store.publishedWithin(account, site.now(), ({ replyTo }) => (replyTo !== null) === replies);
  const endpoint = (
    method: Endpoint['method'],
    path: string,
    operation: string,
    scopes: readonly string[],
    handle: Endpoint['handle'],
  ): Endpoint => ({ method, path, operation, scopes, handle });
  return [
    endpoint('GET', '/me', 'users.me', [basic], (call) =>
      objectAnswer(call, shownAccount(site, call.person), 'id,username'),
    ),
    endpoint('GET', '/keyword_search', 'posts.search', [basic, 'threads_keyword_search'], (call) =>
      search(site, call),
    ),
    {
      ...endpoint('GET', '/:id', 'posts.lookup', [basic], (call) => readObject(site, call)),
      operationOf: ({ parameters }) =>
        site.store.container(parameters.id ?? '') === undefined ? 'posts.lookup' : 'containers.status',
    },
    endpoint('DELETE', '/:id', 'posts.delete', [basic, 'threads_delete'], (call) => remove(site, call)),
    endpoint('POST', '/:id/threads', 'containers.create', publishing, (call) => createContainer(site, call)),
    endpoint('POST', '/:id/threads_publish', 'containers.publish', publishing, (call) =>
      publishContainer(site, call, {
        isUsedUp: ({ replyTo }) =>
          replyTo === null
            ? used(call.person.id, false) >= postsADay
            : used(call.person.id, true) >= repliesADay,
      }),
    ),
    endpoint('GET', '/:id/threads_publishing_limit', 'users.quota', publishing, (call) =>
      quota(call, used(call.person.id, false), used(call.person.id, true)),
    ),
    endpoint('GET', '/:id/threads', 'posts.list', [basic], (call) =>
      ownsPath(call)
        ? listed(site, call, (post) => post.author === call.person.id && post.replyTo === null)
        : unknownObject(call.exchange.parameters.id ?? ''),
    ),
    endpoint('GET', '/:id/replies', 'posts.list', reading, (call) => {
      const id = call.exchange.parameters.id ?? '';
      if (ownsPath(call))
        return listed(site, call, (post) => post.author === call.person.id && post.replyTo !== null);
      return site.store.post(id) === undefined
        ? unknownObject(id)
        : answered(site, call, repliesTo(site, id));
    }),
    endpoint('GET', '/:id/conversation', 'comments.list', reading, (call) => {
      const id = call.exchange.parameters.id ?? '';
      return site.store.post(id) === undefined
        ? unknownObject(id)
        : answered(site, call, conversationUnder(site, id));
    }),
    endpoint('GET', '/:id/mentions', 'posts.mentions', [basic, 'threads_manage_mentions'], (call) =>
      ownsPath(call)
        ? listed(
            site,
            call,
            ({ author, text }) => author !== call.person.id && text.includes(`@${call.person.username}`),
          )
        : unknownObject(call.exchange.parameters.id ?? ''),
    ),
    endpoint('GET', '/:id/insights', 'posts.insights', insights, (call) => readPostInsights(site, call)),
    endpoint('GET', '/:id/threads_insights', 'users.insights', insights, (call) =>
      readAccountInsights(site, call),
    ),
  ];
}

function readObject(site: ContainerSite, call: Call): Answer {
  const id = call.exchange.parameters.id ?? '';
  const container = site.store.container(id);
  if (container?.account === call.person.id) return objectAnswer(call, shownContainer(site, container), 'id');
  const post = site.store.post(id);
  return post === undefined ? unknownObject(id) : objectAnswer(call, shownThread(site, post), 'id');
}

function quota(call: Call, posts: number, replies: number): Answer {
  if (!ownsPath(call)) return unknownObject(call.exchange.parameters.id ?? '');
  const names = (call.parameters.fields ?? 'quota_usage,config').split(',');
  const all: Readonly<Record<string, unknown>> = {
    quota_usage: posts,
    config: { quota_total: postsADay, quota_duration: 86_400 },
    reply_quota_usage: replies,
    reply_config: { quota_total: repliesADay, quota_duration: 86_400 },
  };
  return json(200, { data: [Object.fromEntries(names.map((name) => [name, all[name]]))] });
}

function search(site: ContainerSite, call: Call): Answer {
  const { q = '' } = call.parameters;
  const wanted = q.trim().toLowerCase();
  if (wanted === '') return badParameter('The parameter q is required.');
  return listed(site, call, ({ text }) => text.toLowerCase().includes(wanted));
}

function listed(site: ContainerSite, call: Call, fits: (post: Post) => boolean): Answer {
  const until = site.now() - call.exchange.bend.lagListingsMs;
  return answered(
    site,
    call,
    site.store.posts((post) => post.at <= until && fits(post)),
  );
}

function answered(site: ContainerSite, call: Call, posts: readonly Post[]): Answer {
  const { reverse: _order, q: _query, search_type: _type, ...parameters } = call.parameters;
  return listAnswer(
    { ...call, parameters },
    posts.map((post) => ({ id: post.id, at: post.at, shown: shownThread(site, post) })),
    'id',
  );
}

function remove(site: ContainerSite, { exchange, person }: Call): Answer {
  const id = exchange.parameters.id ?? '';
  const post = site.store.post(id);
  if (post === undefined || post.author !== person.id) return unknownObject(id);
  site.store.apply(
    site.journal.append({
      network: 'threads',
      operation: 'posts.delete',
      account: person.id,
      id,
      text: null,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: {},
    }),
  );
  return json(200, { success: true, deleted_id: id });
}
