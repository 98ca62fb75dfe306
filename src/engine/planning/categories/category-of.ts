import { z } from 'zod';
import type { CategoryId } from '../../../shared/models/ids.ts';

const labels = z.array(z.string());

/** Finds the category that a post's labels (as stored) name first; null where none does. */
export type CategoryOf = (storedLabels: string) => CategoryId | null;

export function categoryByLabel(
  categories: readonly { readonly id: CategoryId; readonly name: string }[],
): CategoryOf {
  const byName = new Map(categories.map(({ id, name }) => [name.toLowerCase(), id]));
  return (stored) => {
    if (byName.size === 0 || stored === '[]') return null;
    for (const label of labels.parse(JSON.parse(stored))) {
      const id = byName.get(label.toLowerCase());
      if (id !== undefined) return id;
    }
    return null;
  };
}
