import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { EmptyState } from '../parts/empty-state.tsx';
import { useWords } from '../words.ts';

/** What an address that leads nowhere shows. */
export function NotFound() {
  const t = useWords();
  return (
    <EmptyState
      title={t('shell.notFound.title')}
      text={t('shell.notFound.text')}
      action={
        <Button component={Link} href="/">
          {t('shell.notFound.action')}
        </Button>
      }
    />
  );
}
