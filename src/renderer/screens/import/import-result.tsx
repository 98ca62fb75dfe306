import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useWords } from '../../words.ts';
import { ImportDone } from './import-done.tsx';

interface ImportResultProps {
  readonly result: { readonly imported: number; readonly already: number; readonly skipped: number };
  readonly onAgain: () => void;
}

/** What an import of posts did, and where they are now. */
export function ImportResult({ result: { imported, already, skipped }, onAgain }: ImportResultProps) {
  const t = useWords();
  return (
    <ImportDone
      title={
        imported > 0 ? t('importScreen.result.title', { count: imported }) : t('importScreen.result.nothing')
      }
      sentences={[
        already > 0 ? t('importScreen.result.already', { count: already }) : '',
        skipped > 0 ? t('importScreen.result.skipped', { count: skipped }) : '',
      ]}
    >
      <Button component={Link} href="/">
        {t('importScreen.result.calendar')}
      </Button>
      <Button variant="default" component={Link} href="/queue?section=next">
        {t('importScreen.result.queue')}
      </Button>
      <Button variant="default" onClick={onAgain}>
        {t('importScreen.result.again')}
      </Button>
    </ImportDone>
  );
}
