import { Avatar, Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionFlow } from '../../../shared/contract/accounts.ts';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { ErrorState } from '../error-state.tsx';
import type { Connection } from '../use-connection.ts';
import { chosenAtFirst } from './chosen-at-first.ts';
import classes from './sign-in.module.css';
import { handleBeside } from '../../../shared/models/account-handle.ts';

interface AccountChoiceProps {
  readonly platform: PlatformCard;
  readonly flow: ConnectionFlow;
  readonly connection: Connection;
}

/** A sign-in gave several accounts: which of them to connect, why one cannot be, and which are here already. */
export function AccountChoice({ platform, flow, connection }: AccountChoiceProps) {
  const t = useWords();
  const formats = useFormats();
  const [chosen, setChosen] = useState<readonly string[]>(() => chosenAtFirst(flow.candidates));
  const usable = flow.candidates.filter(({ unusable }) => unusable === null);
  const all = usable.map(({ remoteId }) => remoteId);
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) connection.choose(chosen);
      }}
    >
      <Checkbox.Group
        value={[...chosen]}
        onChange={setChosen}
        label={t('accountsScreen.several.title', { network: platform.title, count: flow.candidates.length })}
        description={
          usable.length === 0
            ? t('accountsScreen.several.noneUsable')
            : t('accountsScreen.several.text', { when: formats.time(flow.expiresAt) })
        }
      >
        <ul className={classes.candidates}>
          {flow.candidates.map((candidate) => (
            <li key={candidate.remoteId}>
              <Checkbox.Card
                value={candidate.remoteId}
                disabled={candidate.unusable !== null}
                className={classes.candidate ?? ''}
              >
                <Checkbox.Indicator disabled={candidate.unusable !== null} />
                <Avatar name={candidate.displayName} color="initials" size={32} alt="" />
                <span className={classes.who}>
                  <span className={classes.name}>
                    {candidate.displayName}{' '}
                    {candidate.connected ? (
                      <span className={classes.here}>{t('accountsScreen.several.connected')}</span>
                    ) : null}
                  </span>
                  <span className={classes.quiet}>
                    {[
                      handleBeside(candidate),
                      candidate.kind,
                      candidate.followers === null
                        ? null
                        : t('accountsScreen.followers', {
                            count: candidate.followers,
                            value: formats.count(candidate.followers),
                          }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {candidate.unusable ? <span className={classes.why}>{candidate.unusable}</span> : null}
                </span>
              </Checkbox.Card>
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      {connection.error ? <ErrorState inline error={connection.error} /> : null}
      <Group gap={8}>
        <Button type="submit" disabled={chosen.length === 0} loading={connection.choosing}>
          {t('accountsScreen.several.connect', { count: chosen.length })}
        </Button>
        {usable.length > 1 ? (
          <Button variant="default" onClick={() => setChosen(chosen.length === all.length ? [] : all)}>
            {chosen.length === all.length
              ? t('accountsScreen.several.none')
              : t('accountsScreen.several.all')}
          </Button>
        ) : null}
        <Button variant="default" onClick={connection.cancel}>
          {t('accountsScreen.oauth.cancel')}
        </Button>
      </Group>
    </form>
  );
}
