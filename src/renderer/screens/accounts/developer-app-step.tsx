import { Anchor, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeveloperApp, PlatformCard } from '../../../shared/models/account.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AppGuide } from './app-guide.tsx';
import classes from './connect-page.module.css';
import { ConnectionCheck } from './connection-check.tsx';
import { DeveloperAppForm } from './developer-app-form.tsx';

/** The user's own developer app: how to register one, its client ID and secret, and whether the network knows it. */
export function DeveloperAppStep({ platform, app }: { platform: PlatformCard; app: DeveloperApp | null }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const [editing, setEditing] = useState(app === null);
  const [guide, setGuide] = useState(app === null);
  const test = useMutation(api.accounts.testDeveloperApp.mutationOptions());
  const save = useMutation(
    api.accounts.saveDeveloperApp.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.accounts.developerApp.key() });
        setEditing(false);
        setGuide(false);
        test.mutate({ workspaceId, platform: platform.name });
      },
    }),
  );

  return (
    <section className={classes.section} aria-label={t('accountsScreen.app.title')}>
      <h2 className={classes.heading}>{t('accountsScreen.app.title')}</h2>
      {app === null ? (
        <p className={classes.quiet}>{t('accountsScreen.app.lead', { network: platform.title })}</p>
      ) : null}
      {guide ? <AppGuide platform={platform} /> : null}
      {editing ? (
        <DeveloperAppForm
          platform={platform}
          app={app}
          busy={save.isPending}
          error={save.error}
          onSave={(values) => save.mutate({ workspaceId, platform: platform.name, ...values })}
          {...(app ? { onCancel: () => setEditing(false) } : {})}
        />
      ) : app ? (
        <>
          <p className={classes.saved}>
            {t('accountsScreen.app.clientId')}: <code>{app.clientId}</code>
            {app.hasSecret ? ` · ${t('accountsScreen.app.secretIsKept')}` : ''}
          </p>
          <div className={classes.row}>
            <Button
              size="compact-sm"
              variant="default"
              mt={8}
              loading={test.isPending}
              onClick={() => test.mutate({ workspaceId, platform: platform.name })}
            >
              {t('accountsScreen.app.test')}
            </Button>
            <Button size="compact-sm" variant="default" mt={8} onClick={() => setEditing(true)}>
              {t('accountsScreen.app.change')}
            </Button>
            <Anchor component="button" type="button" size="sm" mt={8} onClick={() => setGuide(!guide)}>
              {guide ? t('accountsScreen.app.hideGuide') : t('accountsScreen.app.guide')}
            </Anchor>
          </div>
        </>
      ) : null}
      {test.data || test.error || test.isPending ? (
        <ConnectionCheck
          network={platform.title}
          check={test.data}
          error={test.error}
          busy={test.isPending}
          onClose={test.reset}
        />
      ) : null}
    </section>
  );
}
