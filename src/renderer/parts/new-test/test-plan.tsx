import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useQuery } from '@tanstack/react-query';
import type { ExperimentPreview } from '../../../shared/contract/experiments.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './new-test.module.css';
import { letterOf } from './test-form.ts';

/** What a test would do and could tell: faults first, then what it can find, then its times. */
export function TestPlan({ plan, names }: { plan: ExperimentPreview; names: readonly string[] }) {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const { id: workspaceId } = useWorkspace();
  const { data: accounts = [] } = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const several = new Set(plan.posts.map(({ accountId }) => accountId)).size > 1;
  const accountOf = (id: string): string => {
    const account = accounts.find((one) => one.id === id);
    return account === undefined ? '' : handleOf(account);
  };
  return (
    <>
      {plan.lines.map(({ severity, text, fix }) => (
        <div key={text} className={classes.line} data-severity={severity}>
          {severity === 'info' ? (
            <IconInfoCircle size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          <div>
            {text} {fix ? <span className={classes.quiet}>{fix}</span> : null}
          </div>
        </div>
      ))}
      {plan.sentences.map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
      {plan.costMicros > 0 ? (
        <p className={classes.sentence}>
          {t('tests.start.cost', { cost: formats.dollars(plan.costMicros) })}
        </p>
      ) : null}
      {plan.endsAt === null ? null : (
        <p className={classes.sentence}>{t('tests.start.endsAt', { date: formats.full(plan.endsAt) })}</p>
      )}
      <ol className={classes.times}>
        {plan.posts.map(({ when, accountId, variant, source }) => (
          <li key={`${when.instant} ${accountId}`}>
            <span className={classes.letter} title={names[variant]}>
              {letterOf(variant)}
            </span>
            <span>{formats.full(when.instant)}</span>
            <span className={classes.quiet}>
              {several ? accountOf(accountId) : t('tests.start.post', { number: source + 1 })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
