import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { readShared } from '../shared-files.ts';

const schema = z.record(z.string(), z.unknown());

const endpointsFile = z.object({
  endpoints: z.array(
    z.object({
      id: z.string(),
      platform: z.string(),
      method: z.string(),
      path: z.string(),
      query: z.array(z.object({ name: z.string(), array: z.string().nullish() })).nullish(),
      body: z.object({ content_types: z.array(z.string()) }).nullish(),
      spec: z.object({ file: z.string(), pointer: z.string() }).nullish(),
    }),
  ),
});
export type Endpoint = z.infer<typeof endpointsFile>['endpoints'][number];

const schemasFile = z.object({
  schemas: z.record(z.string(), z.object({ query: schema.optional(), body: schema.optional() })),
});

const operation = z.object({
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
});
const openApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.unknown(),
});

/** What X's own description says of requests and answers. */
export type Description = {
  readonly endpointOf: (method: string, path: string) => Endpoint | undefined;
  /** Undefined where the description knows no such query or body. */
  readonly request: (id: string, part: 'query' | 'body') => ValidateFunction | undefined;
  /** Whether X's OpenAPI document has the endpoint; null for those that are in none (OAuth). */
  readonly isInOpenApi: (endpoint: Endpoint) => boolean | null;
  /** The schemas an answer may follow, one for each version of the description that has the endpoint. */
  readonly answers: (endpoint: Endpoint, status: number) => readonly ValidateFunction[];
};

const versions = ['2.167', '2.166'] as const;

export const readDescription = (): Description => {
  const endpoints = endpointsFile
    .parse(JSON.parse(readShared('specs/derived/endpoints.json')))
    .endpoints.filter(({ platform }) => platform === 'x');
  const { schemas } = schemasFile.parse(JSON.parse(readShared('specs/derived/request-schemas/x.json')));
  const documents = versions.map((version) => {
    const document = openApi.parse(JSON.parse(readShared(`specs/x/openapi-${version}.json`)));
    const ajv = newAjv(false);
    ajv.addSchema(document, version);
    return { version, document, ajv };
  });
  const requestAjv = newAjv(true);
  return {
    endpointOf: (method, path) =>
      endpoints.find((endpoint) => endpoint.method === method && patternOf(endpoint.path).test(path)),
    request: (id, part) => {
      const found = schemas[id]?.[part];
      return found && requestAjv.compile(found);
    },
    isInOpenApi: ({ spec, path, method }) =>
      spec === null || spec === undefined
        ? null
        : documents[0]?.document.paths[path]?.[method.toLowerCase()] !== undefined,
    answers: ({ path, method }, status) =>
      documents.flatMap(({ version, document, ajv }) => {
        const described = operation.safeParse(document.paths[path]?.[method.toLowerCase()]);
        if (!described.success) return [];
        const key = described.data.responses[status] === undefined ? 'default' : String(status);
        return Object.keys(described.data.responses[key]?.content ?? {}).map((type) =>
          ajv.compile({
            $ref: `${version}#${pointer('paths', path, method.toLowerCase(), 'responses', key, 'content', type, 'schema')}`,
          }),
        );
      }),
  };
};

const newAjv = (coerce: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: coerce, logger: false });
  addFormats.default(ajv);
  return ajv;
};

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replaceAll('.', '\\.')
      .replaceAll('{username}', '\\w{1,15}')
      .replaceAll(/\{\w+\}/g, '\\d{1,19}')}$`,
  );

const pointer = (...keys: readonly string[]): string =>
  keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** What a schema finds wrong, in words. */
export const faultsOf = (validate: ValidateFunction, value: unknown): readonly string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
      );
