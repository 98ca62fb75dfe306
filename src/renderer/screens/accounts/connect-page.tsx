import { Anchor } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { ReactNode } from 'react';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words.ts';
import classes from './connect-page.module.css';
import { ConnectSteps } from './connect-steps.tsx';
import { NetworkChoice } from './network-choice.tsx';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface ConnectPageProps {
  /** Undefined while they are read. */
  readonly platforms: readonly PlatformCard[] | undefined;
  /** The chosen network, or null where one is to be chosen. */
  readonly platform: PlatformCard | null;
  /** The account to connect again, or null for a new one. */
  readonly account: Account | null;
  readonly onChoose: (name: string) => void;
  /** Back to the choice of a network. */
  readonly onOther: () => void;
  readonly onDone: () => void;
}

/** Connecting an account: the network, then everything that it needs on one page. */
export function ConnectPage({ platforms, platform, account, onChoose, onOther, onDone }: ConnectPageProps) {
  const t = useWords();
  const title =
    platform === null
      ? t('accountsScreen.connect')
      : account
        ? t('accountsScreen.flow.titleAgain', { account: handleOf(account) })
        : t('accountsScreen.flow.title', { network: platform.title });

  const content = (): ReactNode => {
    if (!platforms) return <LoadingSkeleton rows={3} />;
    if (platform === null) return <NetworkChoice platforms={platforms} onChoose={onChoose} />;
    return <ConnectSteps platform={platform} account={account} onDone={onDone} />;
  };
  return (
    <Screen title={title}>
      <div className={classes.column}>
        <Anchor
          component="button"
          type="button"
          className={classes.back ?? ''}
          onClick={platform === null || account ? onDone : onOther}
        >
          <IconArrowLeft size={14} aria-hidden />{' '}
          {platform === null || account ? t('accountsScreen.choose.back') : t('accountsScreen.choose.other')}
        </Anchor>
        {content()}
      </div>
    </Screen>
  );
}
