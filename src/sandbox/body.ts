import { textOf } from './exchange.ts';
import type { Exchange } from './exchange.ts';

/** The body as a form, or undefined when it is not declared as one. */
export function formOf(exchange: Exchange): URLSearchParams | undefined {
  const type = exchange.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return undefined;
  return new URLSearchParams(textOf(exchange));
}

/** One file of a multipart form. */
export interface FormFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A multipart form: its texts and its files, by the name of their field. */
export interface Multipart {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, FormFile>>;
}

/** The body as a multipart form, or undefined when it is none. */
export async function multipartOf(exchange: Exchange): Promise<Multipart | undefined> {
  const type = exchange.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('multipart/form-data')) return undefined;
  const fields: Record<string, string> = {};
  const files: Record<string, FormFile> = {};
  try {
    const body = new Uint8Array(exchange.body);
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') fields[name] = value;
      else {
        const bytes = new Uint8Array(await value.arrayBuffer());
        files[name] = { name: value.name, mediaType: value.type, bytes };
      }
    }
  } catch {
    return undefined;
  }
  return { fields, files };
}
