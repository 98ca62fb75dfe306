import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { useWords } from '../words.ts';

interface FaultsProps {
  readonly children: ReactNode;
}

interface FaultsState {
  readonly failed: boolean;
}

/** Keeps a fault in one screen from taking the window down. */
export class Faults extends Component<FaultsProps, FaultsState> {
  override state: FaultsState = { failed: false };

  static getDerivedStateFromError(): FaultsState {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Stopped onAgain={() => this.setState({ failed: false })} />;
  }
}

function Stopped({ onAgain }: { onAgain: () => void }) {
  const t = useWords();
  return (
    <EmptyState
      title={t('states.error.screen')}
      text={t('states.error.screenFix')}
      action={<Button onClick={onAgain}>{t('shell.retry')}</Button>}
    />
  );
}
