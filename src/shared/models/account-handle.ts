/** An account as far as its names go. */
interface Named {
  readonly username: string;
  readonly displayName?: string;
}

/**
 * How an account is called in a line: `@` and its handle, or its name where the network gave it none. Networks without
 * handles put a name, or the number of a page, in the place of one.
 */
export function handleOf({ username, displayName = username }: Named): string {
  return /^\d*$|\s/.test(username) ? displayName : `@${username}`;
}

/** What to write beside an account's name: its handle, or nothing where it is called by its name alone. */
export function handleBeside(account: Required<Named>): string {
  const handle = handleOf(account);
  return handle === account.displayName ? '' : handle;
}
