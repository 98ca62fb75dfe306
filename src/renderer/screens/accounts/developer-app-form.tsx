import { Button, Checkbox, Group, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeveloperApp, PlatformCard } from '../../../shared/models/account.ts';
import { describeFailure } from '../../failure.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { focusFirstFault } from '../../parts/focus-fault.ts';
import { useWords } from '../../words.ts';
import classes from './connect-page.module.css';

interface DeveloperAppFormProps {
  readonly platform: PlatformCard;
  readonly app: DeveloperApp | null;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Without `clientSecret` the kept one stays, the empty string forgets it. */
  readonly onSave: (values: { clientId: string; clientSecret?: string }) => void;
  readonly onCancel?: () => void;
}

/** Client ID and secret of a developer app. The secret goes in and never comes back. */
export function DeveloperAppForm({ platform, app, busy, error, onSave, onCancel }: DeveloperAppFormProps) {
  const t = useWords();
  const [clientId, setClientId] = useState(app?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [forget, setForget] = useState(false);
  const [shown, setShown] = useState(false);
  const kept = app?.hasSecret ?? false;
  const idMissing = clientId.trim() === '';
  const secretMissing = platform.clientSecret === 'required' && !kept && secret.trim() === '';
  const vault = error ? describeFailure(error, t).code.startsWith('vault_') : false;

  const submit = (form: HTMLFormElement): void => {
    setShown(true);
    if (idMissing || secretMissing) {
      focusFirstFault(form);
      return;
    }
    const given = secret.trim();
    onSave({
      clientId: clientId.trim(),
      ...(given !== '' ? { clientSecret: given } : forget ? { clientSecret: '' } : {}),
    });
  };

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <TextInput
        label={t('accountsScreen.app.clientId')}
        value={clientId}
        onChange={(event) => setClientId(event.currentTarget.value)}
        error={shown && idMissing ? t('accountsScreen.app.missing') : null}
        autoComplete="off"
        spellCheck={false}
        required
      />
      {platform.clientSecret === 'none' ? null : (
        <PasswordInput
          label={t('accountsScreen.app.clientSecret')}
          description={
            kept
              ? t('accountsScreen.app.secretKept')
              : platform.clientSecret === 'optional'
                ? t('accountsScreen.app.secretOptional')
                : t('accountsScreen.app.secretRequired')
          }
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={shown && secretMissing ? t('accountsScreen.app.missingSecret') : null}
          autoComplete="off"
          required={platform.clientSecret === 'required' && !kept}
          disabled={forget}
        />
      )}
      {kept && platform.clientSecret === 'optional' ? (
        <Checkbox
          label={t('accountsScreen.app.secretForget')}
          checked={forget}
          onChange={(event) => setForget(event.currentTarget.checked)}
        />
      ) : null}
      {error ? <ErrorState inline error={error} /> : null}
      <Group gap={8}>
        <Button type="submit" loading={busy}>
          {t('accountsScreen.app.saveTest')}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t('accountsScreen.app.cancel')}
          </Button>
        ) : null}
        {vault ? (
          <Button variant="default" component={Link} href="/settings#vault">
            {t('accountsScreen.app.toVault')}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
