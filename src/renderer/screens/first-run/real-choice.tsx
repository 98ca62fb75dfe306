import { Button, UnstyledButton } from '@mantine/core';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { useWords } from '../../words.ts';
import classes from './real-choice.module.css';

interface RealChoiceProps {
  readonly busy: boolean;
  readonly onChoose: (network: string) => void;
}

/** The networks for an account of one's own: first those that need nothing registered, each with a line, then the others. */
export function RealChoice({ busy, onChoose }: RealChoiceProps) {
  const t = useWords();
  const cards = [...usePlatforms().values()];
  const isAtOnce = ({ signIn }: PlatformCard): boolean => !signIn.needsApp;
  return (
    <div className={classes.root}>
      <ul className={classes.first} aria-label={t('firstRun.real.atOnce')}>
        {cards.filter(isAtOnce).map(({ name, title, facts }) => (
          <li key={name}>
            <UnstyledButton className={classes.network ?? ''} disabled={busy} onClick={() => onChoose(name)}>
              <NetworkIcon platform={name} size={18} />
              <span className={classes.words}>
                <strong>{title}</strong>
                <span className={classes.quiet}>{facts[0]}</span>
              </span>
              <IconChevronRight size={16} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{t('firstRun.real.withApp')}</p>
      <div className={classes.others}>
        {cards
          .filter((card) => !isAtOnce(card))
          .map(({ name, title }) => (
            <Button
              key={name}
              size="compact-md"
              variant="default"
              disabled={busy}
              leftSection={<NetworkIcon platform={name} size={14} />}
              onClick={() => onChoose(name)}
            >
              {title}
            </Button>
          ))}
      </div>
    </div>
  );
}
