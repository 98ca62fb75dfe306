import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { readShared } from '../shared-files.ts';

const endpointsFile = z.object({
  endpoints: z.array(
    z.object({
      id: z.string(),
      platform: z.string(),
      method: z.string(),
      path: z.string(),
      query: z.array(z.object({ name: z.string(), array: z.string().nullish() })).nullish(),
      headers: z.array(z.object({ name: z.string(), required: z.boolean().nullish() })).nullish(),
      body: z.object({ content_types: z.array(z.string()) }).nullish(),
    }),
  ),
});
export type DescribedEndpoint = z.infer<typeof endpointsFile>['endpoints'][number];

const schema = z.record(z.string(), z.unknown());
const schemasFile = z.object({
  schemas: z.record(z.string(), z.object({ query: schema.optional(), body: schema.optional() })),
});

/** What one network's own machine-readable description says of requests. */
export interface RequestDescription {
  readonly endpoints: readonly DescribedEndpoint[];
  /** Undefined where the description knows no such query or body. */
  schemaOf(id: string, part: 'query' | 'body'): ValidateFunction | undefined;
}

/** Networks that have no description at all are described by nothing. */
export const readRequestDescription = (platform: string): RequestDescription => {
  const { endpoints } = endpointsFile.parse(JSON.parse(readShared('specs/derived/endpoints.json')));
  const own = endpoints.filter((endpoint) => endpoint.platform === platform);
  if (own.length === 0) return { endpoints: [], schemaOf: () => undefined };
  const { schemas } = schemasFile.parse(
    JSON.parse(readShared(`specs/derived/request-schemas/${platform}.json`)),
  );
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, logger: false });
  addFormats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();
  return {
    endpoints: own,
    schemaOf(id, part) {
      const found = schemas[id]?.[part];
      if (found === undefined) return undefined;
      const key = `${id} ${part}`;
      const validate = compiled.get(key) ?? ajv.compile(found);
      compiled.set(key, validate);
      return validate;
    },
  };
};
