import { Button, Group } from '@mantine/core';
import type { Post } from '../../../shared/models/post.ts';
import { When } from '../../parts/when.tsx';
import { useWords } from '../../words.ts';
import classes from './conflict.module.css';
import type { Draft } from './draft.ts';

interface ConflictProps {
  readonly mine: Draft;
  readonly theirs: Post;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

const textOf = (parts: readonly { readonly text: string }[]): string =>
  parts.map(({ text }) => text).join('\n\n');

/** Two texts of one post, side by side, until the user says which one holds. */
export function Conflict({ mine, theirs, onChoose }: ConflictProps) {
  const t = useWords();
  return (
    <section className={classes.root} role="alert" aria-label={t('compose.conflict.title')}>
      <h2 className={classes.title}>{t('compose.conflict.title')}</h2>
      <p className={classes.text}>{t('compose.conflict.text')}</p>
      <div className={classes.both}>
        <div>
          <h3 className={classes.name}>{t('compose.conflict.mine')}</h3>
          <p className={classes.words} dir="auto">
            {textOf(mine.parts)}
          </p>
        </div>
        <div>
          <h3 className={classes.name}>
            {t('compose.conflict.theirs')}, <When at={theirs.updatedAt} />
          </h3>
          <p className={classes.words} dir="auto">
            {textOf(theirs.parts)}
          </p>
        </div>
      </div>
      <Group gap={8} mt={12}>
        <Button size="xs" onClick={() => onChoose('mine')}>
          {t('compose.conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onChoose('theirs')}>
          {t('compose.conflict.takeTheirs')}
        </Button>
      </Group>
    </section>
  );
}
