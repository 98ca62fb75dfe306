import { isOwnAddress } from './addresses.ts';

/** What our own page may use; everything else, and every other page, is refused. */
const allowed = new Set([
  // Notices of published and failed posts.
  'notifications',
  // "Copy" buttons.
  'clipboard-sanitized-write',
]);

/** Whether a page of the origin or address `requester` may use a permission. */
export function mayUse(permission: string, requester: string): boolean {
  return allowed.has(permission) && isOwnAddress(requester);
}
