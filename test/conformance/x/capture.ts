/** A request as it left, and what came back. */
export type Exchange = {
  readonly operation: string;
  readonly method: string;
  readonly url: URL;
  readonly contentType: string | null;
  readonly body: RequestInit['body'];
  /** Null where nothing came back. */
  readonly status: number | null;
  readonly answer: unknown;
};

/** A `fetch` that hands over all that passes through it. */
export const capturingFetch =
  (operation: string, seen: (exchange: Exchange) => void): typeof fetch =>
  async (input, init = {}) => {
    const request = {
      operation,
      method: init.method ?? 'GET',
      url: new URL(input instanceof Request ? input.url : input),
      contentType: contentTypeOf(new Headers(init.headers), init.body),
      body: init.body,
    };
    try {
      const response = await fetch(input, init);
      seen({ ...request, status: response.status, answer: await readJson(response.clone()) });
      return response;
    } catch (error) {
      seen({ ...request, status: null, answer: null });
      throw error;
    }
  };

/** The content type as `fetch` sends it: the body's own where no header says it. */
const contentTypeOf = (headers: Headers, body: RequestInit['body']): string | null => {
  if (body instanceof FormData) return 'multipart/form-data';
  if (body instanceof URLSearchParams) return 'application/x-www-form-urlencoded';
  return headers.get('content-type');
};

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};
