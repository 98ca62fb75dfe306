/** A request as it left, without the practice network's own prefix in its path. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly contentType: string | null;
  readonly body: unknown;
}

/** A `fetch` that notes all requests that pass through it to this network's part of the practice network. */
export const notingFetch =
  (platform: string, note: (request: SentRequest) => void): typeof fetch =>
  async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const prefix = `/${platform}/`;
    if (url.hostname === '127.0.0.1' && (url.pathname.startsWith(prefix) || platform === 'x')) {
      const headers = new Headers(init.headers);
      note({
        method: init.method ?? 'GET',
        path: url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length - 1) : url.pathname,
        query: url.searchParams,
        headers,
        contentType: contentTypeOf(headers, init.body),
        body: init.body ?? null,
      });
    }
    return await fetch(input, init);
  };

/** As `fetch` sends it: the body's own where no header says it. */
const contentTypeOf = (headers: Headers, body: unknown): string | null => {
  if (body instanceof FormData) return 'multipart/form-data';
  if (body instanceof URLSearchParams) return 'application/x-www-form-urlencoded';
  return headers.get('content-type');
};

/** A body as a schema sees it; values that are JSON in a form are read as such. Null where there is none, or only bytes. */
export const bodyValue = (body: unknown): unknown => {
  if (typeof body === 'string') return JSON.parse(body);
  if (body instanceof URLSearchParams) return fields([...body]);
  if (body instanceof FormData)
    return fields([...body].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  return null;
};

const fields = (entries: readonly (readonly [string, string])[]): Record<string, unknown> =>
  Object.fromEntries(entries.map(([name, value]) => [name, structured(value)]));

const structured = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
