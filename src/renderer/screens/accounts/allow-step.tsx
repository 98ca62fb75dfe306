import { Anchor, Button, CopyButton, Group, Loader, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ConnectionFlow } from '../../../shared/contract/accounts.ts';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { useConnection } from '../../parts/use-connection.ts';
import type { Connection } from '../../parts/use-connection.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './connect-page.module.css';

interface AllowStepProps {
  readonly platform: PlatformCard;
  readonly account: Account | null;
  /** False until there is a developer app. */
  readonly ready: boolean;
  readonly onDone: () => void;
}

const endWords = (flow: ConnectionFlow, t: Words): string | null => {
  switch (flow.status) {
    case 'failed':
      return [flow.problem?.message ?? t('accountsScreen.oauth.failed'), flow.problem?.fix]
        .filter(Boolean)
        .join(' ');
    case 'cancelled':
      return t('accountsScreen.oauth.cancelled');
    case 'expired':
      return t('accountsScreen.oauth.expired');
    case 'waiting':
    case 'exchanging':
    case 'connected':
      return null;
  }
};

/** The network's own question: opening its page, waiting for the answer, and how it ended. */
export function AllowStep({ platform, account, ready, onDone }: AllowStepProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const connection = useConnection();
  const { flow } = connection;
  const connected = flow?.status === 'connected' ? flow.account : null;
  const ended = flow ? endWords(flow, t) : null;

  useEffect(() => {
    if (connected) void queries.invalidateQueries({ queryKey: api.accounts.list.key() });
  }, [connected, queries, api]);

  const start = (): void =>
    connection.start({
      workspaceId,
      platform: platform.name,
      ...(account ? { reconnect: account.id } : {}),
    });

  return (
    <section className={classes.section} aria-label={t('accountsScreen.oauth.title')}>
      <h2 className={classes.heading}>{t('accountsScreen.oauth.title')}</h2>
      {connected ? (
        <Connected account={connected} onDone={onDone} onAnother={start} />
      ) : connection.running ? (
        <Waiting platform={platform} connection={connection} />
      ) : (
        <>
          <p className={classes.quiet}>{t('accountsScreen.oauth.lead', { network: platform.title })}</p>
          {ended && !connection.error ? (
            <p className={classes.problem} role="alert">
              {ended}
            </p>
          ) : null}
          {connection.error ? <ErrorState inline error={connection.error} /> : null}
          <Group gap={12} mt={12}>
            <Button
              leftSection={<NetworkIcon platform={platform.name} size={14} />}
              disabled={!ready}
              onClick={start}
            >
              {ended
                ? t('accountsScreen.oauth.again')
                : t('accountsScreen.oauth.button', { network: platform.title })}
            </Button>
            {ready ? null : <span className={classes.quiet}>{t('accountsScreen.oauth.needApp')}</span>}
          </Group>
        </>
      )}
    </section>
  );
}

function Waiting({ platform, connection }: { platform: PlatformCard; connection: Connection }) {
  const t = useWords();
  const formats = useFormats();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const { flow, error } = connection;
  const words =
    flow?.status === 'exchanging'
      ? t('accountsScreen.oauth.exchanging')
      : flow
        ? t('accountsScreen.oauth.waiting', { network: platform.title })
        : t('accountsScreen.oauth.opening', { network: platform.title });
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
              {t('accountsScreen.oauth.link', { network: platform.title })}
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
          <details open={!flow.listening || undefined}>
            <summary className={classes.summaryToggle}>{t('accountsScreen.oauth.pasteTitle')}</summary>
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                const text = address.trim();
                if (URL.canParse(text)) connection.paste(text);
                else setWrong(true);
              }}
            >
              <TextInput
                mt={8}
                label={t('accountsScreen.oauth.pasteLabel')}
                description={t('accountsScreen.oauth.pasteText')}
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
              <Button type="submit" size="compact-sm" mt={8} variant="default">
                {t('accountsScreen.oauth.pasteButton')}
              </Button>
            </form>
          </details>
        </>
      ) : null}
      {error ? <ErrorState inline error={error} /> : null}
    </div>
  );
}

function Connected({
  account,
  onDone,
  onAnother,
}: {
  account: Account;
  onDone: () => void;
  onAnother: () => void;
}) {
  const t = useWords();
  return (
    <div className={classes.done}>
      <output className={classes.row}>
        <IconCircleCheck size={20} aria-hidden />
        <strong>{t('accountsScreen.oauth.connected', { account: `@${account.username}` })}</strong>
        {t('accountsScreen.oauth.connectedText')}
      </output>
      <Group gap={8}>
        <Button component={Link} href="/compose">
          {t('accountsScreen.oauth.write')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('accountsScreen.oauth.toList')}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t('accountsScreen.oauth.another')}
        </Button>
      </Group>
    </div>
  );
}
