/** Presses `Allow` on the consent page as this person and follows the redirect to the app's listener. */
export async function allow(authorizeUrl: string, person: string): Promise<void> {
  const { origin, pathname, searchParams } = new URL(authorizeUrl);
  searchParams.set('person', person);
  searchParams.set('decision', 'allow');
  const response = await fetch(origin + pathname, { method: 'POST', body: searchParams });
  if (!response.ok) throw new Error(`The redirect ended with ${response.status}.`);
  await response.text();
}
