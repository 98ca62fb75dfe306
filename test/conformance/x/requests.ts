import { checked } from '../check.ts';
import type { Check } from '../check.ts';
import type { Exchange } from './capture.ts';
import { faultsOf } from './description.ts';
import type { Description, Endpoint } from './description.ts';

/** Endpoints that X's code uses; each must have been called. */
const usedEndpoints = [
  'x.oauth.authorize',
  'x.oauth.token',
  'x.oauth.revoke',
  'x.me',
  'x.post.create',
  'x.post.delete',
  'x.posts.get',
  'x.posts.own',
  'x.mentions',
  'x.media.init',
  'x.media.append',
  'x.media.finalize',
  'x.media.status',
  'x.media.metadata',
] as const;

/** Every request that left, against X's description: method, path, query, content type and body. */
export const checkRequests = (description: Description, exchanges: readonly Exchange[]): readonly Check[] => {
  const checks = exchanges.map((exchange): Check & { id: string | undefined } => {
    const { method, url } = exchange;
    const endpoint = description.endpointOf(method, url.pathname);
    const faults =
      endpoint === undefined ? ['X has no such endpoint'] : requestFaults(description, endpoint, exchange);
    const detail = checked('', '', faults).detail;
    return {
      ...checked(`request ${endpoint?.id ?? '?'}`, `${method} ${url.pathname}`, faults),
      detail,
      id: endpoint?.id,
    };
  });
  return [
    ...checks,
    ...usedEndpoints.map((id) =>
      checked('all endpoints called', id, checks.some((check) => check.id === id) ? [] : ['was not called']),
    ),
  ];
};

const requestFaults = (
  description: Description,
  endpoint: Endpoint,
  exchange: Exchange,
): readonly string[] => [
  ...(description.isInOpenApi(endpoint) === false ? ['is not in the OpenAPI document'] : []),
  ...queryFaults(description, endpoint, exchange.url),
  ...bodyFaults(description, endpoint, exchange),
];

const queryFaults = (description: Description, endpoint: Endpoint, url: URL): readonly string[] => {
  const repeated = [...url.searchParams.keys()].filter((name) => url.searchParams.getAll(name).length > 1);
  if (repeated.length > 0) return [`repeats ${repeated.join(', ')}`];
  const validate = description.request(endpoint.id, 'query');
  if (validate === undefined) return url.search === '' ? [] : [`takes no query, got ${url.search}`];
  const lists = new Set(endpoint.query?.filter(({ array }) => array === 'csv').map(({ name }) => name));
  const query = [...url.searchParams].map(
    ([name, value]) => [name, lists.has(name) ? value.split(',') : value] as const,
  );
  return faultsOf(validate, Object.fromEntries(query));
};

const bodyFaults = (
  description: Description,
  endpoint: Endpoint,
  { body, contentType }: Exchange,
): readonly string[] => {
  const validate = description.request(endpoint.id, 'body');
  if (validate === undefined) return body === null || body === undefined ? [] : ['takes no body'];
  if (contentType === null || endpoint.body?.content_types.includes(contentType) !== true) {
    return [`does not take ${contentType}`];
  }
  return faultsOf(validate, bodyValue(body));
};

const bodyValue = (body: Exchange['body']): unknown => {
  if (typeof body === 'string') return JSON.parse(body);
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  if (!(body instanceof FormData)) return null;
  return Object.fromEntries([...body].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
};
