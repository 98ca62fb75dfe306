import { Button, Group, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconStethoscope from '@tabler/icons-react/dist/esm/icons/IconStethoscope.mjs';
import { useEffect } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { When } from '../../parts/when.tsx';
import { useClient } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { checkGroups, countTroubles } from './check-groups.ts';
import type { CheckGroup } from './check-groups.ts';
import classes from './doctor.module.css';

interface DoctorProps {
  readonly account: Account;
  readonly network: string;
  /** Begins by itself. */
  readonly atOnce: boolean;
  readonly onBegun: () => void;
  readonly onReconnect: () => void;
}

const icons = { ok: IconCircleCheck, warning: IconAlertTriangle, problem: IconCircleX } as const;

/** Looks at everything that an account's connection rests on, grouped by what it is about, each line with its fix. */
export function Doctor({ account, network, atOnce, onBegun, onReconnect }: DoctorProps) {
  const t = useWords();
  const client = useClient();
  const { id, workspaceId } = account;
  // Only when it is asked for, since networks charge for reading; a key of its own, since the check changes the account.
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['doctor', workspaceId, id],
    queryFn: () => client.accounts.check({ workspaceId, id }),
    enabled: false,
    retry: false,
    staleTime: Infinity,
  });
  useEffect(() => {
    if (!atOnce) return;
    void refetch({ cancelRefetch: false });
    onBegun();
  }, [atOnce, refetch, onBegun]);
  const groups = data ? checkGroups(data.lines) : [];
  const troubles = countTroubles(data?.lines ?? []);
  // A profile that cannot be read is the network's trouble as long as it has not signed the account out.
  const signInHelps =
    account.state === 'connected' &&
    (data?.lines ?? []).some(
      ({ id: line, about, status }) =>
        status !== 'ok' && line !== 'profile' && (about === 'sign_in' || about === 'permissions'),
    );
  return (
    <section className={classes.doctor} aria-labelledby="doctor-title">
      <div className={classes.head}>
        <h2 className={classes.title} id="doctor-title">
          {t('accountsScreen.doctor.title')}
        </h2>
        {data && !isFetching ? (
          <span className={classes.quiet}>
            <When at={data.at} />
          </span>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          ml="auto"
          loading={isFetching}
          leftSection={<IconStethoscope size={14} aria-hidden />}
          onClick={() => void refetch()}
        >
          {data || error ? t('accountsScreen.doctor.again') : t('accountsScreen.doctor.run')}
        </Button>
      </div>
      <div aria-live="polite">
        {isFetching ? (
          <p className={classes.summary}>
            <Loader size={14} /> {t('accountsScreen.check.working', { network })}
          </p>
        ) : null}
        {!data && !error && !isFetching ? (
          <p className={classes.quiet}>{t('accountsScreen.doctor.lead', { network })}</p>
        ) : null}
        {error && !isFetching ? <ErrorState inline error={error} /> : null}
        {data && !isFetching ? (
          <Group gap={12} className={classes.summary ?? ''} data-status={troubles.worst}>
            <strong>
              {troubles.problems > 0
                ? t('accountsScreen.doctor.problems', { count: troubles.problems })
                : troubles.warnings > 0
                  ? t('accountsScreen.doctor.warnings', { count: troubles.warnings })
                  : t('accountsScreen.check.good')}
            </strong>
            {signInHelps ? (
              <Button size="compact-sm" onClick={onReconnect}>
                {t('accountsScreen.act.reconnect')}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </div>
      {data ? (
        <div className={classes.groups} data-old={isFetching || undefined}>
          {groups.map((group) => (
            <CheckSection key={group.about} group={group} network={network} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

function CheckSection({ group, network }: { group: CheckGroup; network: string }) {
  const t = useWords();
  return (
    <section className={classes.group} aria-labelledby={`doctor-${group.about}`}>
      <h3 className={classes.heading} id={`doctor-${group.about}`}>
        {t(`accountsScreen.doctor.about.${group.about}`, { network })}
      </h3>
      <ul className={classes.lines}>
        {group.lines.map((line) => {
          const Icon = icons[line.status];
          return (
            <li key={line.id} className={classes.line} data-status={line.status}>
              <Icon size={16} aria-hidden />
              <div>
                <span className="ocma-read-only">{t(`accountsScreen.check.status.${line.status}`)}: </span>
                {line.text}
                {line.fix ? <p className={classes.fix}>{line.fix}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
