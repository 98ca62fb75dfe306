import { Button, Group } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words.ts';

interface ImportResultProps {
  readonly result: { readonly imported: number; readonly already: number; readonly skipped: number };
  readonly onAgain: () => void;
}

/** What an import did, and where its posts are now. */
export function ImportResult({ result, onAgain }: ImportResultProps) {
  const t = useWords();
  const { imported, already, skipped } = result;
  const text = [
    already > 0 ? t('importScreen.result.already', { count: already }) : '',
    skipped > 0 ? t('importScreen.result.skipped', { count: skipped }) : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <output>
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.4} />}
        title={
          imported > 0
            ? t('importScreen.result.title', { count: imported })
            : t('importScreen.result.nothing')
        }
        text={text}
        action={
          <Group gap={8} justify="center">
            <Button component={Link} href="/">
              {t('importScreen.result.calendar')}
            </Button>
            <Button variant="default" component={Link} href="/queue?section=next">
              {t('importScreen.result.queue')}
            </Button>
            <Button variant="default" onClick={onAgain}>
              {t('importScreen.result.again')}
            </Button>
          </Group>
        }
      />
    </output>
  );
}
