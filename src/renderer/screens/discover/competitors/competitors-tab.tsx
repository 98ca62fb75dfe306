/** How others post, beside oneself. */
export function CompetitorsTab() {
  return null;
}
