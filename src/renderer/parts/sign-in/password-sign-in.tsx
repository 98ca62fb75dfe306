import { Anchor, Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionFlow } from '../../../shared/contract/accounts.ts';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import type { Workspace } from '../../../shared/models/workspace.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { ErrorState } from '../error-state.tsx';
import { focusFirstFault } from '../focus-fault.ts';
import { practicePage } from './practice-page.ts';
import classes from './sign-in.module.css';

interface PasswordSignInProps {
  readonly workspace: Workspace;
  readonly platform: PlatformCard;
  readonly account: Account | null;
  readonly elsewhere: boolean;
  /** The sign-in succeeded: it is connected, or there is something to choose. */
  readonly onFlow: (flow: ConnectionFlow) => void;
}

/** A name and a password for apps; a code where the network has sent one; a warning before an account's own password is used. */
export function PasswordSignIn({ workspace, platform, account, elsewhere, onFlow }: PasswordSignInProps) {
  const t = useWords();
  const api = useApi();
  const [identifier, setIdentifier] = useState(account?.username ?? '');
  const [password, setPassword] = useState('');
  const [factor, setFactor] = useState('');
  const [checked, setChecked] = useState(false);
  const [showsCode, setShowsCode] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const practice = workspace.kind === 'practice';
  const { data: network } = useQuery(api.practice.state.queryOptions({ input: {}, enabled: practice }));
  const signIn = useMutation(
    api.accounts.connectWithPassword.mutationOptions({
      onSuccess: (result) => {
        if (result.outcome === 'needs_factor') setShowsCode(true);
        if (result.outcome !== 'connected' && result.outcome !== 'choosing') return;
        setPassword('');
        onFlow(result.flow);
      },
    }),
  );
  const outcome = signIn.data?.outcome;
  useEffect(() => {
    if (showsCode) codeField.current?.focus();
  }, [showsCode]);

  const { passwordMadeAt, server } = platform.signIn;
  const madeAt = practice
    ? practicePage(network?.url ?? null, platform.name, passwordMadeAt)
    : passwordMadeAt;
  const send = (anyway: boolean): void => {
    setChecked(true);
    const name = identifier.trim();
    if (name === '' || password === '') return;
    signIn.mutate({
      workspaceId: workspace.id,
      platform: platform.name,
      identifier: name,
      password,
      anyway: anyway || showsCode,
      // The handle leads to its server.
      ...(server?.typed === 'handle' && !practice && !elsewhere && !account ? { server: name } : {}),
      ...(factor.trim() === '' ? {} : { factor: factor.trim() }),
      ...(account ? { reconnect: account.id } : {}),
    });
  };
  const change = (set: (text: string) => void) => (event: { currentTarget: { value: string } }) => {
    set(event.currentTarget.value);
    if (outcome === 'not_an_app_password') signIn.reset();
  };

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
        focusFirstFault(event.currentTarget);
      }}
    >
      <p className={classes.quiet}>{t('accountsScreen.password.lead', { network: platform.title })}</p>
      <TextInput
        label={t('accountsScreen.password.identifier')}
        placeholder={server?.example ?? ''}
        value={identifier}
        onChange={change(setIdentifier)}
        error={checked && identifier.trim() === '' ? t('accountsScreen.password.noIdentifier') : null}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        required
      />
      <PasswordInput
        label={t('accountsScreen.password.password')}
        description={
          madeAt ? (
            <>
              {practice
                ? t('accountsScreen.password.practiceHint')
                : t('accountsScreen.password.hint', { network: platform.title })}{' '}
              <Anchor href={madeAt} target="_blank" rel="noreferrer" underline="always" size="xs">
                {practice ? t('accountsScreen.password.practiceLink') : t('accountsScreen.password.link')}{' '}
                <IconExternalLink size={12} aria-hidden />
              </Anchor>
            </>
          ) : null
        }
        value={password}
        onChange={change(setPassword)}
        error={checked && password === '' ? t('accountsScreen.password.noPassword') : null}
        autoComplete="current-password"
        maxLength={500}
        required
      />
      {showsCode ? (
        <TextInput
          ref={codeField}
          label={t('accountsScreen.password.factor')}
          description={t('accountsScreen.password.factorText', { network: platform.title })}
          value={factor}
          onChange={change(setFactor)}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={100}
        />
      ) : null}
      {outcome === 'not_an_app_password' ? (
        <div className={classes.warning} role="alert">
          <strong>{t('accountsScreen.password.ownTitle')}</strong>
          <p className={classes.stated}>
            {t('accountsScreen.password.ownText', { network: platform.title })}
          </p>
          <Button variant="default" size="compact-sm" onClick={() => send(true)}>
            {t('accountsScreen.password.anyway')}
          </Button>
        </div>
      ) : null}
      {signIn.error ? <ErrorState inline error={signIn.error} /> : null}
      <Group gap={12}>
        <Button type="submit" loading={signIn.isPending}>
          {t('accountsScreen.password.button')}
        </Button>
      </Group>
    </form>
  );
}
