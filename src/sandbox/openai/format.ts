import { z } from 'zod';
import type { Answer } from '../exchange.ts';
import { invalid } from './errors.ts';

/** How an answer is to be written. */
export type Format =
  | { readonly type: 'text' | 'json_object' }
  | { readonly type: 'json_schema'; readonly name: string; readonly schema: unknown };

/** A JSON schema with a name, as both endpoints take it. */
export const namedSchema = {
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  description: z.string().optional(),
  schema: z.record(z.string(), z.unknown()),
  strict: z.boolean().nullish(),
};

/** Says what a strict schema breaks: every object must name all its fields as required and allow no others. */
export function strictRefusal(
  name: string,
  schema: unknown,
  strict: boolean | null | undefined,
  param: string,
): Answer | undefined {
  if (strict !== true) return undefined;
  const fault = faultIn(schema, []);
  if (fault === undefined) return undefined;
  return invalid(`Invalid schema for response_format '${name}': ${fault}`, param, 'invalid_json_schema');
}

const objectSchema = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
});

function faultIn(schema: unknown, path: readonly string[]): string | undefined {
  const parsed = objectSchema.safeParse(schema);
  if (!parsed.success) return undefined;
  const { type, properties = {}, required = [], additionalProperties } = parsed.data;
  const context = `In context=(${path.map((step) => `'${step}'`).join(', ')})`;
  if (path.length === 0 && type !== 'object') return 'schema must be a JSON Schema of type "object".';
  if ([type].flat().includes('object')) {
    if (additionalProperties !== false)
      return `${context}, 'additionalProperties' is required to be supplied and to be false.`;
    const optional = Object.keys(properties).find((name) => !required.includes(name));
    if (optional !== undefined) {
      return `${context}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${optional}'.`;
    }
  }
  for (const [name, inner] of Object.entries(properties)) {
    const fault = faultIn(inner, [...path, 'properties', name]);
    if (fault !== undefined) return fault;
  }
  const { items } = parsed.data;
  return items === undefined ? undefined : faultIn(items, [...path, 'items']);
}
