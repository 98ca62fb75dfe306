import { CloseButton, Loader } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import type { ConnectionCheck as Check } from '../../../shared/models/account.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { When } from '../../parts/when.tsx';
import { useWords } from '../../words.ts';
import classes from './connection-check.module.css';

interface ConnectionCheckProps {
  readonly network: string;
  readonly check: Check | undefined;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onClose?: () => void;
}

const icons = { ok: IconCircleCheck, warning: IconAlertTriangle, problem: IconCircleX } as const;

/** The result of a check, line by line: what was looked at, how it stands, how to mend it. */
export function ConnectionCheck({ network, check, error, busy, onClose }: ConnectionCheckProps) {
  const t = useWords();
  return (
    <section className={classes.check} aria-label={t('accountsScreen.check.title')} aria-live="polite">
      {busy ? (
        <p className={classes.summary}>
          <Loader size={14} /> {t('accountsScreen.check.working', { network })}
        </p>
      ) : null}
      {error && !busy ? <ErrorState inline error={error} /> : null}
      {check && !busy ? (
        <>
          <p className={classes.summary}>
            <strong>{check.ok ? t('accountsScreen.check.good') : t('accountsScreen.check.bad')}</strong>
            <span className={classes.quiet}>
              <When at={check.at} />
            </span>
            {onClose ? (
              <CloseButton
                size="sm"
                className={classes.close}
                aria-label={t('accountsScreen.act.hideCheck')}
                onClick={onClose}
              />
            ) : null}
          </p>
          <ul className={classes.lines}>
            {check.lines.map((line) => {
              const Icon = icons[line.status];
              return (
                <li key={line.id} className={classes.line} data-status={line.status}>
                  <Icon size={16} aria-hidden />
                  <span>
                    <span className="ocma-read-only">
                      {t(`accountsScreen.check.status.${line.status}`)}:{' '}
                    </span>
                    {line.text} {line.fix ? <span className={classes.quiet}>{line.fix}</span> : null}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </section>
  );
}
