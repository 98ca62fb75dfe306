/** Tests of one text against another. */
export function TestsTab() {
  return null;
}
