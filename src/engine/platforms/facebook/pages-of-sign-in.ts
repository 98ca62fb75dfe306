import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { edgeOf, readEdge } from '../meta/edge.ts';
import type { SignedInAccount } from '../sign-in.ts';
import { pageFields, pageList, profileOf } from './page-schema.ts';
import type { WirePage } from './page-schema.ts';
import { facebook as words } from './words.ts';

/** More Pages than this are not listed. */
const mostPages = 1_000;
const mostBusinesses = 100;

const person = z.object({ id: z.string().min(1) });
const businesses = edgeOf(z.object({ id: z.string().min(1) }));

/**
 * The Pages that a person manages: their own, and those that their Business Portfolios own or look after. Each comes with a
 * token of its own that does not end. Portfolios that were not allowed to be read are left out.
 */
export const pagesOfSignIn = async (http: AccountHttp): Promise<CallResult<readonly SignedInAccount[]>> => {
  const me = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: '/me',
    query: { fields: 'id' },
    effect: 'read',
    costMicros: 0,
    answer: person,
  });
  if (!me.ok) return me;
  const own = await readPages(http, '/me/accounts');
  if (!own.ok) return own;
  const shared = await pagesOfBusinesses(http);
  if (!shared.ok) return shared;
  const pages = new Map<string, WirePage>();
  for (const page of [...own.data, ...shared.data]) {
    const known = pages.get(page.id);
    if (known === undefined || (!isUsable(known) && isUsable(page))) pages.set(page.id, page);
  }
  const webOrigin = new URL(http.endpoints.authorize).origin;
  const accounts = [...pages.values()].map((page) => ({
    profile: profileOf(page, webOrigin),
    accessToken: page.access_token ?? null,
    expiresAt: null,
    grantor: me.data.id,
    unusable: whyUnusable(page),
  }));
  return { ...own, data: accounts };
};

const readPages = (http: AccountHttp, path: string): Promise<CallResult<readonly WirePage[]>> =>
  readEdge(http, mostPages, {
    operation: 'pages.list',
    path,
    query: { fields: `${pageFields},access_token,tasks` },
    answer: pageList,
  });

const pagesOfBusinesses = async (http: AccountHttp): Promise<CallResult<readonly WirePage[]>> => {
  const portfolios = await readEdge(http, mostBusinesses, {
    operation: 'businesses.list',
    path: '/me/businesses',
    query: { fields: 'id' },
    answer: businesses,
  });
  if (!portfolios.ok) return isNotOpen(portfolios) ? none(portfolios) : portfolios;
  const pages: WirePage[] = [];
  for (const { id } of portfolios.data) {
    for (const edge of ['owned_pages', 'client_pages']) {
      const listed = await readPages(http, `/${encodeURIComponent(id)}/${edge}`);
      if (!listed.ok && !isNotOpen(listed)) return listed;
      if (listed.ok) pages.push(...listed.data);
    }
  }
  return { ...portfolios, data: pages };
};

/** The person did not allow it, or has no role there: Pages are left out, and the sign-in goes on. */
const isNotOpen = (result: CallResult<unknown>): boolean =>
  !result.ok && ['scope_missing', 'content_rejected', 'platform_refused'].includes(result.failure.code);

const none = (result: CallResult<unknown> & { readonly ok: false }): CallResult<readonly WirePage[]> => ({
  ok: true,
  data: [],
  status: result.failure.status ?? 0,
  fromCache: false,
  readAt: 0,
});

const isUsable = (page: WirePage): boolean => whyUnusable(page) === null;

const whyUnusable = ({ access_token: token, tasks }: WirePage): string | null => {
  if (!token) return words.notes.no_token;
  if (tasks && !tasks.includes('CREATE_CONTENT')) return words.notes.no_content_task;
  return null;
};
