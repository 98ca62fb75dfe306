import { faultsOf } from '../x/description.ts';
import type { DescribedEndpoint, RequestDescription } from './description.ts';
import { bodyValue } from './sent-request.ts';
import type { SentRequest } from './sent-request.ts';

/** What a network's description makes of a request. `id` is null where it describes no such endpoint. */
export interface Validation {
  readonly id: string | null;
  readonly faults: readonly string[];
}

/** Several endpoints may share an address; the request is right where it is right for one of them. */
export const validate = (description: RequestDescription, request: SentRequest): Validation => {
  const found = description.endpoints
    .filter(({ method, path }) => method === request.method && patternOf(path).test(request.path))
    .map((endpoint) => ({ id: endpoint.id, faults: faultsAt(description, endpoint, request) }))
    .toSorted((left, right) => left.faults.length - right.faults.length);
  return found[0] ?? { id: null, faults: [] };
};

const faultsAt = (
  description: RequestDescription,
  endpoint: DescribedEndpoint,
  request: SentRequest,
): readonly string[] => {
  const query = queryOf(endpoint, request.query);
  const ofHeaders = (endpoint.headers ?? [])
    .filter(
      ({ name, required }) => required === true && name !== 'Content-Length' && !request.headers.has(name),
    )
    .map(({ name }) => `has no header ${name}`);
  if (isBytes(endpoint)) return [...ofHeaders, ...ofQuery(description, endpoint, query)];
  const merges = isMerged(description, endpoint);
  if (!merges)
    return [
      ...ofHeaders,
      ...ofQuery(description, endpoint, query),
      ...ofBody(description, endpoint, request, {}),
    ];
  return [...ofHeaders, ...ofBody(description, endpoint, request, query)];
};

const structured = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** A body of bytes is not described further. */
const isBytes = ({ body }: DescribedEndpoint): boolean =>
  body !== null && body !== undefined && !body.content_types.some((type) => structured.includes(type));

/** Meta's writes take their parameters in the address or in the body, whichever. */
const isMerged = (description: RequestDescription, { id, body }: DescribedEndpoint): boolean =>
  body !== null && body !== undefined && description.schemaOf(id, 'query') === undefined;

const ofQuery = (
  description: RequestDescription,
  { id }: DescribedEndpoint,
  query: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const validateQuery = description.schemaOf(id, 'query');
  if (validateQuery !== undefined) return faultsOf(validateQuery, query);
  return Object.keys(query).length === 0 ? [] : [`takes no query, got ${Object.keys(query).join(', ')}`];
};

const ofBody = (
  description: RequestDescription,
  { id, body }: DescribedEndpoint,
  request: SentRequest,
  query: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const validateBody = description.schemaOf(id, 'body');
  const value = bodyValue(request.body);
  if (validateBody === undefined) return value === null || body !== null ? [] : ['takes no body'];
  const type = request.contentType?.split(';', 1)[0] ?? null;
  if (value !== null && type !== null && !takes(body?.content_types ?? [], type))
    return [`does not take ${type}`];
  return faultsOf(validateBody, { ...query, ...(typeof value === 'object' ? value : {}) });
};

const takes = (types: readonly string[], type: string): boolean =>
  types.some(
    (known) =>
      known === type || known === '*/*' || (known.endsWith('/*') && type.startsWith(known.slice(0, -1))),
  );

const queryOf = ({ query }: DescribedEndpoint, given: URLSearchParams): Record<string, unknown> => {
  const arrays = new Map((query ?? []).map(({ name, array }) => [name.replace('[]', ''), array ?? null]));
  const values: Record<string, unknown> = {};
  for (const key of new Set(given.keys())) {
    const name = key.replace('[]', '');
    const all = given.getAll(key);
    const kind = arrays.get(name) ?? null;
    if (kind === 'repeat' || key.endsWith('[]')) values[name] = all;
    else if (kind === 'csv') values[name] = all.join(',').split(',');
    else values[name] = all.length === 1 ? all[0] : all;
  }
  return values;
};

/** A template's `{name}` is one piece of a path. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
