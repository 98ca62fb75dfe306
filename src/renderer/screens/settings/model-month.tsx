import { Progress } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './spending-section.module.css';

/** What the language model has cost this month, of its budget; nothing while that cannot be told. */
export function ModelMonth({ budgetMicros }: { readonly budgetMicros: number }) {
  const t = useWords();
  const { dollars } = useFormats();
  const spent = useModelSpending();
  if (spent === null) return null;
  return (
    <div>
      <p className={classes.line}>
        {t('settings.openAi.spent', { spent: dollars(spent), budget: dollars(budgetMicros) })}
      </p>
      {budgetMicros > 0 ? (
        <Progress size={6} mt={8} value={Math.min(100, (spent / budgetMicros) * 100)} aria-hidden />
      ) : null}
    </div>
  );
}

/** Micro-dollars; null while they are not known. A question about an empty draft tells them, and sends nothing. */
function useModelSpending(): number | null {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [platform] = usePlatforms().keys();
  const input =
    platform === undefined
      ? skipToken
      : { workspaceId, content: '', platform, task: { kind: 'shorten' as const } };
  const { data } = useQuery(api.assist.preview.queryOptions({ input, staleTime: 0, retry: false }));
  return data?.budget.spentMicros ?? null;
}
