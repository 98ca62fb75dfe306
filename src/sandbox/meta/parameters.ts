import { formOf, multipartOf } from '../body.ts';
import type { FormFile } from '../body.ts';
import { jsonOf } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';

/** What a request to Graph says, from wherever it says it. */
export interface Parameters {
  /** Values of a JSON body keep their types; all others are text. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, FormFile>>;
}

/** Graph takes parameters from the address and from a body in JSON, as a form or as a multipart form, and merges them. */
export async function parametersOf(exchange: Exchange): Promise<Parameters> {
  const values: Record<string, unknown> = Object.fromEntries(exchange.query);
  const multipart = await multipartOf(exchange);
  if (multipart !== undefined) return { values: { ...values, ...multipart.fields }, files: multipart.files };
  const form = formOf(exchange);
  if (form !== undefined) return { values: { ...values, ...Object.fromEntries(form) }, files: {} };
  const body = jsonOf(exchange);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return { values: isObject ? { ...values, ...body } : values, files: {} };
}

/** The token of a request: by `Authorization: Bearer` or `OAuth`, or as the parameter `access_token`. */
export function graphTokenOf(exchange: Exchange): string | undefined {
  const header = /^(?:Bearer|OAuth) (\S+)$/i.exec(exchange.headers.authorization ?? '')?.[1];
  return header ?? exchange.query.get('access_token') ?? formOf(exchange)?.get('access_token') ?? undefined;
}
