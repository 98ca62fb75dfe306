/**
 * Where the practice network plays a page of a network: under the network's name, at the path that the page has there. Null
 * while it does not run, or where the network has no such page.
 */
export function practicePage(practice: string | null, network: string, page: string | null): string | null {
  if (practice === null || page === null || !URL.canParse(page)) return null;
  return `${practice}/${network}${new URL(page).pathname}`;
}
