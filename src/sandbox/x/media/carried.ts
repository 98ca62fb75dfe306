import { multipartOf } from '../../body.ts';
import { jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { invalidRequest } from '../problems.ts';

/** An upload request's bytes and its other fields. */
export interface Carried {
  readonly bytes: Uint8Array;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Takes the bytes out of a multipart form or out of base64 in JSON, as X does. */
export async function carriedBy(exchange: Exchange): Promise<Carried | Answer> {
  const type = exchange.headers['content-type'] ?? '';
  const found = type.toLowerCase().startsWith('multipart/form-data')
    ? await fromForm(exchange)
    : fromJson(exchange);
  return (
    found ??
    invalidRequest({
      name: 'media',
      values: [],
      message: 'media: expected bytes in a form or base64 in JSON',
    })
  );
}

async function fromForm(exchange: Exchange): Promise<Carried | undefined> {
  const form = await multipartOf(exchange);
  if (form === undefined) return undefined;
  const { media: written, ...rest } = form.fields;
  const bytes =
    form.files.media?.bytes ?? (written === undefined ? undefined : Buffer.from(written, 'latin1'));
  const fields = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, plainValue(value)]));
  return bytes === undefined ? undefined : { bytes, fields };
}

/** A form knows only text: numbers and booleans are what they look like. */
function plainValue(value: string): unknown {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

function fromJson(exchange: Exchange): Carried | undefined {
  const body = jsonOf(exchange);
  if (typeof body !== 'object' || body === null || !('media' in body) || typeof body.media !== 'string')
    return undefined;
  const { media, ...fields } = body;
  return { bytes: Buffer.from(media, 'base64'), fields };
}
