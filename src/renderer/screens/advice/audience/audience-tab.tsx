/** Who responds, and to what. */
export function AudienceTab() {
  return null;
}
