import { Avatar } from '@mantine/core';
import { useWords } from '../../../words.ts';
import type { Author } from './author.ts';
import classes from './preview.module.css';
import { PreviewText } from './preview-text.tsx';

interface CommentsProps {
  readonly texts: readonly { readonly key: string; readonly text: string }[];
  readonly author: Author;
  readonly platform: string;
}

/** What goes out as comments under the post. */
export function Comments({ texts, author, platform }: CommentsProps) {
  const t = useWords();
  if (texts.length === 0) return null;
  return (
    <ul className={classes.comments} aria-label={t('compose.preview.comments')}>
      {texts.map(({ key, text }) => (
        <li key={key} className={classes.comment}>
          <Avatar src={author.picture} name={author.name} size={24} radius="xl" alt="" />
          <div className={classes.bubble}>
            <strong>{author.name}</strong>
            <span dir="auto">
              <PreviewText text={text} platform={platform} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
