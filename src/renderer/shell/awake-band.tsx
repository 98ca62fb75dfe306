import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTellFailure } from '../parts/offer-undo.tsx';
import { useApi } from '../queries.ts';
import { useFormats } from '../use-formats.ts';
import { useWords } from '../words.ts';
import classes from './bands.module.css';
import { handleOf } from '../../shared/models/account-handle.ts';

/** Offers once to keep the machine awake, when a post is due soon and nothing was said yet. */
export function AwakeBand() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const tell = useTellFailure();
  const queries = useQueryClient();
  const { data } = useQuery(api.power.status.queryOptions({ input: {} }));
  const answer = useMutation(
    api.settings.updateApp.mutationOptions({
      onError: tell,
      onSuccess: () => queries.invalidateQueries({ queryKey: api.power.key() }),
    }),
  );
  if (!data?.available || data.setting !== 'ask' || data.next === null) return null;
  const { at, username } = data.next;
  return (
    <section className={classes.band} data-tone="offer" aria-label={t('shell.awake.label')}>
      <span>{t('shell.awake.text', { account: handleOf({ username }), time: formats.time(at) })}</span>
      <button
        type="button"
        className={classes.link}
        disabled={answer.isPending}
        onClick={() => answer.mutate({ keepAwake: 'on' })}
      >
        {t('shell.awake.yes')}
      </button>
      <button
        type="button"
        className={classes.link}
        disabled={answer.isPending}
        onClick={() => answer.mutate({ keepAwake: 'off' })}
      >
        {t('shell.awake.no')}
      </button>
    </section>
  );
}
