import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Endpoints, PlatformCard } from '../../../shared/models/account.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ReachDialog } from '../../parts/reach-dialog.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './connect-page.module.css';
import { endpointFault, endpointNames } from './endpoint-address.ts';

interface EndpointsFormProps {
  readonly platform: PlatformCard;
  readonly endpoints: Endpoints;
  readonly custom: boolean;
}

/** Where a network is spoken to, for a proxy or a test server. Changing it disconnects the accounts behind it. */
export function EndpointsForm({ platform, endpoints, custom }: EndpointsFormProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tellFailure = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const [values, setValues] = useState(endpoints);
  const [asked, setAsked] = useState<'save' | 'restore' | null>(null);
  const changed = endpointNames.filter((name) => values[name].trim() !== endpoints[name]);
  const faults = changed.filter((name) => endpointFault(values[name]) !== null);
  const change = useMutation(
    api.accounts.setEndpoints.mutationOptions({
      onSuccess: ({ disconnected }) =>
        notifications.show({
          message: [
            t('accountsScreen.advanced.saved'),
            disconnected > 0 ? t('accountsScreen.advanced.disconnected', { count: disconnected }) : '',
          ]
            .join('. ')
            .replace(/\. $/, ''),
        }),
      onError: tellFailure,
      onSettled: () => queries.invalidateQueries({ queryKey: api.accounts.key() }),
    }),
  );
  const send = (): Promise<boolean> =>
    change
      .mutateAsync({
        workspaceId,
        platform: platform.name,
        endpoints:
          asked === 'restore' ? null : Object.fromEntries(changed.map((name) => [name, values[name].trim()])),
      })
      .then(
        () => true,
        () => false,
      );

  return (
    <section className={classes.section} aria-label={t('accountsScreen.advanced.title')}>
      <details>
        <summary className={classes.summaryToggle}>{t('accountsScreen.advanced.title')}</summary>
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (faults.length === 0 && changed.length > 0) setAsked('save');
          }}
        >
          <p className={classes.quiet}>
            {t('accountsScreen.advanced.lead', { network: platform.title })}{' '}
            {t('accountsScreen.advanced.warning')}
          </p>
          {custom ? <p className={classes.warning}>{t('accountsScreen.advanced.active')}</p> : null}
          {endpointNames.map((name) => {
            const fault = changed.includes(name) ? endpointFault(values[name]) : null;
            return (
              <TextInput
                key={name}
                type="url"
                label={t(`accountsScreen.advanced.names.${name}`)}
                value={values[name]}
                error={fault ? t(`accountsScreen.advanced.${fault}`) : null}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setValues((before) => ({ ...before, [name]: value }));
                }}
                spellCheck={false}
              />
            );
          })}
          <Group gap={8}>
            <Button type="submit" variant="default" disabled={changed.length === 0 || faults.length > 0}>
              {t('accountsScreen.advanced.save')}
            </Button>
            {custom ? (
              <Button variant="default" onClick={() => setAsked('restore')}>
                {t('accountsScreen.advanced.restore', { network: platform.title })}
              </Button>
            ) : null}
          </Group>
        </form>
      </details>
      <ReachDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        busy={change.isPending}
        title={t('accountsScreen.advanced.confirmTitle')}
        text={t('accountsScreen.advanced.warning')}
        confirm={t('accountsScreen.advanced.confirm')}
        keep={t('accountsScreen.advanced.keep')}
        onConfirm={send}
      />
    </section>
  );
}
