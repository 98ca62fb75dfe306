import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { EmptyState } from '../parts/empty-state.tsx';
import { Screen } from '../parts/screen.tsx';
import { useWords } from '../words.ts';

/** What an address that leads nowhere shows. */
export function NotFound() {
  const t = useWords();
  return (
    <Screen title={t('shell.notFound.title')}>
      <EmptyState
        title={t('shell.notFound.text')}
        action={
          <Button component={Link} href="/">
            {t('shell.notFound.action')}
          </Button>
        }
      />
    </Screen>
  );
}
