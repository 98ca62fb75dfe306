import { z } from 'zod';
import type { AccountHttp } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { graphVersion } from '../meta/version.ts';
import type { AccountRef } from '../publishing.ts';
import type { DoctorFinding } from '../reading.ts';
import type { facebook as words } from './words.ts';

const page = z.object({
  version: z.string().nullable(),
  body: z.object({
    id: z.string(),
    is_published: z.boolean().optional(),
    can_post: z.boolean().optional(),
  }),
});

type FindingId = keyof typeof words.doctor;

const finding = (
  id: FindingId,
  status: DoctorFinding['status'],
  params: DoctorFinding['params'] = {},
): DoctorFinding => ({ id, status, params });

/**
 * What Facebook itself wants looked at: whose token it is, whether the Page may publish and is seen, the role it was connected with,
 * what was granted, by which app, and which version answers. What cannot be read is left out.
 */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http, account) => {
  const found: DoctorFinding[] = [];
  const me = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: '/me',
    query: { fields: 'id,is_published,can_post' },
    effect: 'read',
    costMicros: 0,
    answer: page,
    read: ({ body, headers }) => ({ body, version: headers.get('facebook-api-version') }),
  });
  const { tasks } = account.facts;
  if (me.ok) {
    const { id, is_published: isPublished, can_post: canPost } = me.data.body;
    if (id === account.remoteId) found.push(finding('facebook_page_token', 'ok'));
    // The fields of a person tell nothing of the Page.
    else return [finding('facebook_user_token', 'problem')];
    if (canPost === false) found.push(finding('facebook_cannot_post', 'warning'));
    else found.push(finding('facebook_can_post', 'ok'));
    if (isPublished === false) found.push(finding('facebook_page_hidden', 'problem'));
    found.push(...versionFinding(me.data.version));
  }
  if (typeof tasks === 'string' && !tasks.split(',').includes('CREATE_CONTENT'))
    found.push(finding('facebook_no_role', 'problem'));
  found.push(...(await grants(http, account)), ...(await appFinding(http)));
  return found;
};

const versionFinding = (version: string | null): readonly DoctorFinding[] => {
  if (version === null) return [];
  return version === graphVersion
    ? [finding('facebook_version', 'ok', { version })]
    : [finding('facebook_version_old', 'warning', { version, expected: graphVersion })];
};

/** Asks for what only a permission opens: a Page's token does not tell which were given. */
const grants = async (http: AccountHttp, { remoteId }: AccountRef): Promise<readonly DoctorFinding[]> => {
  const ask = (operation: string, edge: string, query: Readonly<Record<string, string>>) =>
    http.send({
      operation,
      endpoint: 'api',
      method: 'GET',
      path: `/${encodeURIComponent(remoteId)}/${edge}`,
      query,
      effect: 'read',
      costMicros: 0,
      answer: z.unknown(),
    });
  const insights = await ask('pages.insights', 'insights', { metric: 'page_media_view', period: 'day' });
  const tagged = await ask('posts.mentions', 'tagged', { fields: 'id', limit: '1' });
  const isClosed = (result: typeof insights): boolean =>
    !result.ok && result.failure.code === 'scope_missing';
  return [
    ...(isClosed(insights) ? [finding('facebook_no_insights', 'warning')] : []),
    ...(insights.ok ? [finding('facebook_insights', 'ok')] : []),
    ...(isClosed(tagged) ? [finding('facebook_no_mentions', 'warning')] : []),
    ...(tagged.ok ? [finding('facebook_mentions', 'ok')] : []),
  ];
};

/** Graph does not tell whether the app is in development mode, so that its name is said with what follows from that. */
const appFinding = async (http: AccountHttp): Promise<readonly DoctorFinding[]> => {
  const app = await http.send({
    operation: 'apps.get',
    endpoint: 'api',
    method: 'GET',
    path: '/app',
    query: { fields: 'id,name' },
    effect: 'read',
    costMicros: 0,
    answer: z.object({ name: z.string().min(1) }),
  });
  return app.ok ? [finding('facebook_app', 'ok', { name: app.data.name })] : [];
};
