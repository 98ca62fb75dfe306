import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { useBoot } from '../../boot-context.ts';
import { useWords } from '../../words.ts';
import { focusFirstFault } from '../focus-fault.ts';
import { NetworkIcon } from '../network-icon.tsx';
import classes from './sign-in.module.css';

interface BrowserSignInProps {
  readonly platform: PlatformCard;
  /** The server that is to be named; null where there is one only, or it is known. */
  readonly server: PlatformCard['signIn']['server'];
  readonly ready: boolean;
  /** A try has ended without an account. */
  readonly again: boolean;
  /** Takes the place of the usual words. */
  readonly action?: string;
  /** With the name of the server, or the empty string. */
  readonly onStart: (server: string) => void;
}

/** The button that opens the network's own page, with the server's name before it where there are many. */
export function BrowserSignIn({ platform, server, ready, again, action, onStart }: BrowserSignInProps) {
  const t = useWords();
  const { host } = useBoot();
  const [named, setNamed] = useState('');
  const [missing, setMissing] = useState(false);
  const { title } = platform;
  const typed = server?.typed ?? 'host';
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (server && server.usual === null && named.trim() === '') {
          setMissing(true);
          focusFirstFault(event.currentTarget);
        } else if (ready) onStart(named.trim());
      }}
    >
      {action === undefined ? (
        <p className={classes.quiet}>
          {t('accountsScreen.oauth.lead', { network: title })}{' '}
          {platform.signIn.intercepts && host === 'web' ? t('accountsScreen.oauth.willPaste') : null}
        </p>
      ) : null}
      {server ? (
        <TextInput
          label={t(`accountsScreen.server.${typed}.label`)}
          description={t(`accountsScreen.server.${typed}.text`, { example: server.example })}
          placeholder={server.example}
          value={named}
          error={missing ? t(`accountsScreen.server.${typed}.missing`) : null}
          onChange={(event) => {
            setNamed(event.currentTarget.value);
            setMissing(false);
          }}
          required={server.usual === null}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : null}
      <Group gap={12}>
        <Button
          type="submit"
          leftSection={<NetworkIcon platform={platform.name} size={14} />}
          disabled={!ready}
        >
          {action ??
            (again ? t('accountsScreen.oauth.again') : t('accountsScreen.oauth.button', { network: title }))}
        </Button>
        {ready ? null : <span className={classes.quiet}>{t('accountsScreen.oauth.needApp')}</span>}
      </Group>
    </form>
  );
}
