import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { Category, CategoryContent } from '../../../../shared/models/planning.ts';
import { workspaceColors } from '../../../../shared/workspace-colors.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useOfferUndo } from '../../../parts/offer-undo.tsx';
import { useWords } from '../../../words.ts';
import { useTold } from '../use-settings.ts';
import classes from './category-list.module.css';
import { CategoryRow } from './category-row.tsx';
import { useCategories } from './use-planning.ts';

/** The first name that is not taken: `New category`, `New category 2`. */
const freeName = (base: string, taken: readonly Category[]): string => {
  const names = new Set(taken.map(({ name }) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base} ${count}`;
    if (!names.has(name.toLowerCase())) return name;
  }
};

/** The kinds of posts that there are, each a row that is changed in place. */
export function CategoryList() {
  const t = useWords();
  const told = useTold();
  const offerUndo = useOfferUndo();
  const { query, create, update, remove } = useCategories();
  const categories = query.data ?? [];

  const add = (): void => {
    const color = workspaceColors[categories.length % workspaceColors.length]?.hex ?? '#64748b';
    const name = freeName(t('planning.categories.newName'), categories);
    told(create({ name, color, evergreen: false, minDaysBetween: 30, weeklyTarget: null }));
  };
  const drop = (category: Category): void => {
    const { id: _id, version: _version, ...content } = category;
    told(
      remove(category).then(() =>
        offerUndo({
          message: t('planning.categories.removed', { name: category.name }),
          undo: () => create(content satisfies CategoryContent),
        }),
      ),
    );
  };
  return (
    <section className={classes.root} aria-labelledby="categories-title">
      <h3 id="categories-title" className={classes.title}>
        {t('planning.categories.title')}
      </h3>
      <p className={classes.text}>{t('planning.categories.text')}</p>
      {query.error ? (
        <ErrorState inline error={query.error} onRetry={() => void query.refetch()} />
      ) : categories.length === 0 ? (
        <p className={classes.text}>{t('planning.categories.none')}</p>
      ) : (
        <ul className={classes.list} aria-labelledby="categories-title">
          {categories.map((category) => (
            <CategoryRow
              key={category.id}
              category={category}
              onChange={(changes) => update(category, changes)}
              onRemove={() => drop(category)}
            />
          ))}
        </ul>
      )}
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('planning.categories.add')}
      </Button>
    </section>
  );
}
