import { Anchor, Button, Code, CopyButton, Loader, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionFlow } from '../../../shared/contract/accounts.ts';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { ErrorState } from '../error-state.tsx';
import type { Connection } from '../use-connection.ts';
import classes from './sign-in.module.css';

/** The network's page is open elsewhere: what is waited for, the way to it, and what to do where nothing comes back. */
export function WaitingForNetwork({
  platform,
  connection,
}: {
  platform: PlatformCard;
  connection: Connection;
}) {
  const t = useWords();
  const formats = useFormats();
  const { flow, error } = connection;
  const network = platform.title;
  const words =
    flow?.status === 'exchanging'
      ? t('accountsScreen.oauth.exchanging')
      : flow
        ? t('accountsScreen.oauth.waiting', { network })
        : t('accountsScreen.oauth.opening', { network });
  return (
    <div className={classes.waiting}>
      <output className={classes.row}>
        <Loader size={16} /> {words}
        {flow ? (
          <span className={classes.quiet}>
            {t('accountsScreen.oauth.left', { when: formats.time(flow.expiresAt) })}
          </span>
        ) : null}
      </output>
      {flow ? (
        <>
          <div className={classes.row}>
            <Anchor href={flow.authorizeUrl} target="_blank" rel="noreferrer" size="sm">
              {t('accountsScreen.oauth.link', { network })}
            </Anchor>
            <CopyButton value={flow.authorizeUrl}>
              {({ copied, copy }) => (
                <Anchor component="button" type="button" size="sm" onClick={copy}>
                  {copied ? t('accountsScreen.app.copied') : t('accountsScreen.oauth.copyLink')}
                </Anchor>
              )}
            </CopyButton>
            <Button size="compact-sm" variant="default" onClick={connection.cancel}>
              {t('accountsScreen.oauth.cancel')}
            </Button>
          </div>
          {flow.listening ? (
            <details>
              <summary className={classes.toggle}>{t('accountsScreen.oauth.pasteTitle')}</summary>
              <PasteAddress platform={platform} flow={flow} onPaste={connection.paste} />
            </details>
          ) : (
            <PasteAddress platform={platform} flow={flow} onPaste={connection.paste} />
          )}
        </>
      ) : null}
      {error ? <ErrorState inline error={error} /> : null}
    </div>
  );
}

interface PasteAddressProps {
  readonly platform: PlatformCard;
  readonly flow: ConnectionFlow;
  readonly onPaste: (address: string) => void;
}

/** What an answer looks like in the browser's address bar, after the address that the network was given. */
const exampleAnswer = '?code=AQTk3…&state=w7Lp…';

/** The address that the browser ended at, where nothing here could catch it. */
function PasteAddress({ platform, flow, onPaste }: PasteAddressProps) {
  const t = useWords();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const expected = platform.signIn.intercepts && !flow.listening;
  return (
    <form
      noValidate
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        const text = address.trim();
        if (URL.canParse(text)) onPaste(text);
        else setWrong(true);
      }}
    >
      {expected ? (
        <ol className={classes.steps}>
          <li>{t('accountsScreen.paste.allow', { network: platform.title })}</li>
          <li>{t('accountsScreen.paste.blank', { network: platform.title })}</li>
          <li>
            {t('accountsScreen.paste.copy')}
            <Code block mt={4} className={classes.example ?? ''}>
              {flow.redirectUri}
              {exampleAnswer}
            </Code>
          </li>
        </ol>
      ) : null}
      <TextInput
        label={t('accountsScreen.oauth.pasteLabel')}
        description={expected ? t('accountsScreen.paste.once') : t('accountsScreen.oauth.pasteText')}
        value={address}
        error={wrong ? t('accountsScreen.oauth.pasteWrong') : null}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
        placeholder={`${flow.redirectUri}?…`}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" size="compact-sm" variant={expected ? 'filled' : 'default'}>
        {t('accountsScreen.oauth.pasteButton')}
      </Button>
    </form>
  );
}
