import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { SettingsSection } from './settings-section.tsx';
import classes from './vault-section.module.css';

const shortest = 8;

/** Whether the vault is open, and the passphrase that opens or makes it. */
export function VaultSection() {
  const t = useWords();
  const api = useApi();
  const { data: info } = useQuery(api.system.info.queryOptions({ input: {} }));
  if (!info) return null;
  return (
    <SettingsSection id="vault" title={t('settings.sections.vault')} text={t('settings.vault.text')}>
      <p className={classes.state} data-open={info.vault === 'ready' || undefined}>
        {info.vault === 'ready'
          ? t(`settings.vault.ready.${info.vaultKind}`)
          : t(`settings.vault.${info.vault}`)}
      </p>
      {info.vault === 'ready' ? null : <PassphraseForm making={info.vault === 'absent'} />}
    </SettingsSection>
  );
}

function PassphraseForm({ making }: { making: boolean }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const short = passphrase.length < shortest;
  const differ = making && passphrase !== again;
  const unlock = useMutation(
    api.system.unlock.mutationOptions({
      onSuccess: async () => {
        setPassphrase('');
        setAgain('');
        notifications.show({ message: t('settings.vault.opened') });
        await queries.invalidateQueries({ queryKey: api.system.key() });
      },
    }),
  );
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setShown(true);
        if (!short && !differ) unlock.mutate({ passphrase });
      }}
    >
      <PasswordInput
        label={t('settings.vault.passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={shown && short ? t('settings.vault.short') : null}
        {...(making ? { description: t('settings.vault.forget') } : {})}
        maxLength={1_000}
        autoComplete={making ? 'new-password' : 'current-password'}
      />
      {making ? (
        <PasswordInput
          label={t('settings.vault.passphraseAgain')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={shown && differ ? t('settings.vault.differ') : null}
          autoComplete="new-password"
        />
      ) : null}
      {unlock.error ? <ErrorState inline error={unlock.error} /> : null}
      <Button type="submit" loading={unlock.isPending} className={classes.button ?? ''}>
        {making ? t('settings.vault.create') : t('settings.vault.unlock')}
      </Button>
    </form>
  );
}
