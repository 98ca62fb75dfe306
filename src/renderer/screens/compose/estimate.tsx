import { Anchor, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { Link } from 'wouter';
import { handleOf } from '../../../shared/models/account-handle.ts';
import type { Prediction } from '../../../shared/models/analysis.ts';
import { useNow } from '../../clock.tsx';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './advice.module.css';

const minute = 60_000;

/** What the post may earn, for whom and when, and on demand what moved the estimate. */
export function Estimate({ estimate }: { estimate: Extract<Prediction, { status: 'estimate' }> }) {
  const t = useWords();
  const id = useId();
  const now = useNow();
  const { count, share, when } = useFormats();
  const [opened, { toggle }] = useDisclosure(false);
  const { impressions, engagementRate, usualRate, basedOn, reasons, at } = estimate;
  const found = useAccounts().get(estimate.accountId ?? '');
  const account = found ? handleOf(found) : null;
  const range = ({ low, high }: { low: number; high: number }) => ({
    low: count(Math.round(low)),
    high: count(Math.round(high)),
  });
  const rate = engagementRate === null ? null : share(engagementRate.expected);
  return (
    <>
      {impressions === null ? null : (
        <span className={classes.line}>
          {t('compose.advice.prediction.seen', range(impressions))}
          {rate === null
            ? null
            : `, ${
                usualRate === null
                  ? t('compose.advice.prediction.rateAlone', { rate })
                  : t('compose.advice.prediction.rate', { rate, usual: share(usualRate) })
              }`}
        </span>
      )}
      <span className={classes.line}>{t('compose.advice.prediction.value', range(estimate))}</span>
      <UnstyledButton
        className={classes.why}
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
      >
        {t('compose.advice.prediction.why')}
        <IconChevronDown size={14} aria-hidden data-open={opened || undefined} />
      </UnstyledButton>
      {opened ? (
        <div id={id}>
          <span className={classes.note}>
            {t('compose.advice.prediction.hint', { count: basedOn })}{' '}
            {account === null || at === null
              ? null
              : at - now < minute
                ? t('compose.advice.prediction.plannedNow', { account })
                : t('compose.advice.prediction.planned', { account, when: when(at) })}
          </span>
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <li key={reason.id}>{reason.text}</li>
            ))}
          </ul>
          <Anchor component={Link} href="/advice?tab=predictions" size="sm">
            {t('compose.advice.prediction.quality')}
          </Anchor>
        </div>
      ) : null}
    </>
  );
}
