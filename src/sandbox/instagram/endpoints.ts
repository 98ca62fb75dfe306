import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Call, Endpoint } from '../meta/containers/gate.ts';
import { badParameter, graphError, unknownObject } from '../meta/problems.ts';
import { ownsPath, publishContainer } from '../meta/containers/publish.ts';
import { listAnswer, objectAnswer } from '../meta/containers/shown.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import type { Post } from '../meta/containers/store.ts';
import { createContainer } from './create.ts';
import { readInsights } from './insights.ts';
import { quotaOf } from './people.ts';
import { commentsUnder, isMedium, shownAccount, shownComment, shownContainer, shownMedium } from './shown.ts';

const basic = 'instagram_business_basic';
const publishing = [basic, 'instagram_business_content_publish'] as const;
const commenting = [basic, 'instagram_business_manage_comments'] as const;
const insights = [basic, 'instagram_business_manage_insights'] as const;
const dayMs = 86_400_000;

/** The Instagram API with Instagram Login, as far as this network has it. */
export function endpoints(site: ContainerSite): readonly Endpoint[] {
  const usedBy = (account: string): number =>
    site.store.publishedWithin(account, site.now(), ({ kind }) => kind !== 'COMMENT');
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
    {
      ...endpoint('GET', '/:id', 'posts.lookup', [basic], (call) => readObject(site, call)),
      operationOf: ({ parameters }) =>
        site.store.container(parameters.id ?? '') === undefined ? 'posts.lookup' : 'containers.status',
    },
    endpoint('POST', '/:id/media', 'containers.create', publishing, (call) => createContainer(site, call)),
    endpoint('POST', '/:id/media_publish', 'containers.publish', publishing, (call) =>
      publishContainer(site, call, {
        isUsedUp: () => usedBy(call.person.id) >= quotaOf(call.person),
      }),
    ),
    endpoint('GET', '/:id/content_publishing_limit', 'users.quota', publishing, (call) =>
      ownsPath(call)
        ? json(200, {
            data: [
              {
                quota_usage: usedBy(call.person.id),
                config: { quota_total: quotaOf(call.person), quota_duration: 86_400 },
              },
            ],
          })
        : unknownObject(call.exchange.parameters.id ?? ''),
    ),
    endpoint('GET', '/:id/media', 'posts.list', [basic], (call) => listPosts(site, call, isMedium)),
    endpoint('GET', '/:id/stories', 'posts.list', [basic], (call) =>
      listPosts(site, call, ({ kind, at }) => kind === 'STORIES' && at > site.now() - dayMs),
    ),
    endpoint('GET', '/:id/insights', 'posts.insights', insights, (call) => readInsights(site, call)),
    endpoint('GET', '/:id/comments', 'comments.list', commenting, (call) => listComments(site, call)),
    endpoint('POST', '/:id/comments', 'comments.create', commenting, (call) => comment(site, call)),
  ];
}

function readObject(site: ContainerSite, call: Call): Answer {
  const id = call.exchange.parameters.id ?? '';
  if (id === call.person.id) return objectAnswer(call, shownAccount(site, call.person), 'id,username');
  const container = site.store.container(id);
  if (container?.account === call.person.id) return objectAnswer(call, shownContainer(site, container), 'id');
  const post = site.store.post(id);
  if (post === undefined) return unknownObject(id);
  if (post.kind === 'COMMENT') return objectAnswer(call, shownComment(site, post), 'id,text,timestamp');
  return post.author === call.person.id
    ? objectAnswer(call, shownMedium(site, post), 'id')
    : unknownObject(id);
}

function listPosts(site: ContainerSite, call: Call, fits: (post: Post) => boolean): Answer {
  if (!ownsPath(call)) return unknownObject(call.exchange.parameters.id ?? '');
  const until = site.now() - call.exchange.bend.lagListingsMs;
  const posts = site.store.posts((post) => post.author === call.person.id && post.at <= until && fits(post));
  return listAnswer(
    call,
    posts.map((post) => ({ id: post.id, at: post.at, shown: shownMedium(site, post) })),
    'id',
  );
}

function listComments(site: ContainerSite, call: Call): Answer {
  const id = call.exchange.parameters.id ?? '';
  const post = site.store.post(id);
  if (post === undefined || post.author !== call.person.id) return unknownObject(id);
  return listAnswer(
    call,
    commentsUnder(site, id).map((one) => ({ id: one.id, at: one.at, shown: shownComment(site, one) })),
    'id,text,timestamp',
  );
}

function comment(site: ContainerSite, { exchange, person, parameters }: Call): Answer {
  const target = exchange.parameters.id ?? '';
  const post = site.store.post(target);
  const { message = '' } = parameters;
  if (post === undefined || post.kind === 'COMMENT' || post.kind === 'STORIES') return unknownObject(target);
  if (message.trim() === '') return badParameter('The parameter message is required.');
  if (message.length > 2200) return graphError({ code: 100, message: '(#100) The comment is too long.' });
  const id = site.store.nextId('post', site.now());
  site.store.apply(
    site.journal.append({
      network: 'instagram',
      operation: 'comments.create',
      account: person.id,
      id,
      text: message,
      inReplyTo: target,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: { container: null, kind: 'COMMENT', fields: {}, sentText: null },
    }),
  );
  return json(200, { id });
}
