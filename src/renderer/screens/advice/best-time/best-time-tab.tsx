/** When posts of an account do best. */
export function BestTimeTab() {
  return null;
}
