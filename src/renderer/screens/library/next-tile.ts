/**
 * The tile that a key leads to from the one at `here`, in a grid whose tiles stand at these heights; null where the key leads
 * nowhere.
 */
export function nextTile(key: string, here: number, tops: readonly number[]): number | null {
  const last = tops.length - 1;
  const firstTop = tops[0];
  const columns = Math.max(1, tops.filter((top) => top === firstTop).length);
  const wanted = new Map([
    ['ArrowRight', here + 1],
    ['ArrowLeft', here - 1],
    ['ArrowDown', here + columns],
    ['ArrowUp', here - columns],
    ['Home', 0],
    ['End', last],
  ]).get(key);
  return wanted === undefined || wanted < 0 || wanted > last ? null : wanted;
}
