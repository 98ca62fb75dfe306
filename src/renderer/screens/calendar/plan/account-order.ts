/** What is there, in the order that the user gave it; what the order does not name follows as it came. */
export function inOrder<Id extends string>(there: readonly Id[], order: readonly Id[]): Id[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  return there.toSorted((one, other) => (rank.get(one) ?? rank.size) - (rank.get(other) ?? rank.size));
}

/** The list with one of it a place further to the front (-1) or the back (1); as it was at its ends. */
export function withStep<Id extends string>(list: readonly Id[], id: Id, step: -1 | 1): Id[] {
  const from = list.indexOf(id);
  const to = from + step;
  const other = list[to];
  if (from < 0 || other === undefined) return [...list];
  return list.map((one, index) => (index === from ? other : index === to ? id : one));
}
