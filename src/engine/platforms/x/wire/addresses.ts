/** The address of a post. X's pages are where its consent page is (`origin`); without a name X finds the post by its id. */
export const postUrl = (origin: string, username: string, id: string): string =>
  new URL(`/${username === '' ? 'i' : encodeURIComponent(username)}/status/${id}`, origin).href;

/** The address of an account's page. */
export const profileUrl = (origin: string, username: string): string =>
  new URL(`/${encodeURIComponent(username)}`, origin).href;
