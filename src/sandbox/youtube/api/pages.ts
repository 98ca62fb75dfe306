/** A page of a list, newest first, with the token of the next one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextPageToken: string | undefined;
  readonly total: number;
}

/** Cuts a page out of a list. A token is where its page begins. */
export function pageOf<Item>(
  list: readonly Item[],
  { size, token }: { readonly size: number; readonly token: string | undefined },
): Page<Item> {
  const from = token === undefined ? 0 : Number(/^P(\d{1,9})$/.exec(token)?.[1] ?? list.length);
  const next = from + size;
  return {
    items: list.slice(from, next),
    nextPageToken: next < list.length ? `P${next}` : undefined,
    total: list.length,
  };
}

/** A list as Google answers it. */
export function listAnswer(kind: string, items: readonly unknown[], page: Page<unknown>): object {
  return {
    kind: `youtube#${kind}`,
    etag: 'practice',
    ...(page.nextPageToken !== undefined && { nextPageToken: page.nextPageToken }),
    pageInfo: { totalResults: page.total, resultsPerPage: items.length },
    items,
  };
}
