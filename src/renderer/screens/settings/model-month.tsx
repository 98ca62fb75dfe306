import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './spending-section.module.css';

/** What the language model has cost this month, of its budget; nothing while that cannot be told. */
export function ModelMonth() {
  const t = useWords();
  const api = useApi();
  const { dollars } = useFormats();
  const { data } = useQuery(api.settings.modelSpending.queryOptions({ input: {}, staleTime: 0 }));
  if (!data) return null;
  const { spentMicros, budgetMicros } = data;
  return (
    <div>
      <p className={classes.line}>
        {t('settings.openAi.spent', { spent: dollars(spentMicros), budget: dollars(budgetMicros) })}
      </p>
      {budgetMicros > 0 ? (
        <Progress size={6} mt={8} value={Math.min(100, (spentMicros / budgetMicros) * 100)} aria-hidden />
      ) : null}
    </div>
  );
}
