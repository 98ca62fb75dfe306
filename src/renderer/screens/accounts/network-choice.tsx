import { UnstyledButton } from '@mantine/core';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './connect-page.module.css';

interface NetworkChoiceProps {
  readonly platforms: readonly PlatformCard[];
  readonly onChoose: (name: string) => void;
}

/** The networks: first those that are ready at once, then those that want a developer app, each with what matters most. */
export function NetworkChoice({ platforms, onChoose }: NetworkChoiceProps) {
  const t = useWords();
  const practice = useWorkspace().kind === 'practice';
  const atOnce = platforms.filter(({ signIn }) => practice || !signIn.needsApp);
  const withApp = platforms.filter((card) => !atOnce.includes(card));
  return (
    <>
      <section className={classes.group} aria-labelledby="networks-at-once">
        <h2 className={classes.heading} id="networks-at-once">
          {practice ? t('accountsScreen.choose.title') : t('accountsScreen.choose.atOnce')}
        </h2>
        <p className={classes.quiet}>
          {practice ? t('accountsScreen.choose.practiceText') : t('accountsScreen.choose.atOnceText')}
        </p>
        <Networks cards={atOnce} brief={practice} onChoose={onChoose} />
      </section>
      {withApp.length === 0 ? null : (
        <section className={classes.group} aria-labelledby="networks-with-app">
          <h2 className={classes.heading} id="networks-with-app">
            {t('accountsScreen.choose.withApp')}
          </h2>
          <p className={classes.quiet}>{t('accountsScreen.choose.withAppText')}</p>
          <Networks cards={withApp} brief={false} onChoose={onChoose} />
        </section>
      )}
    </>
  );
}

function Networks({
  cards,
  brief,
  onChoose,
}: {
  cards: readonly PlatformCard[];
  brief: boolean;
  onChoose: (name: string) => void;
}) {
  return (
    <ul className={classes.networks} data-brief={brief || undefined}>
      {cards.map(({ name, title, facts }) => (
        <li key={name}>
          <UnstyledButton className={classes.network ?? ''} onClick={() => onChoose(name)}>
            <NetworkIcon platform={name} size={20} />
            <span className={classes.networkWords}>
              <span className={classes.networkName}>{title}</span>
              {brief || facts[0] === undefined ? null : <span className={classes.quiet}>{facts[0]}</span>}
            </span>
            <IconChevronRight size={16} aria-hidden className={classes.chevron ?? ''} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
