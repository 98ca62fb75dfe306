/** What is rising. */
export function TrendsTab() {
  return null;
}
