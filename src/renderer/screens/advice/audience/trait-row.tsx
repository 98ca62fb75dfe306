import { UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { AudienceTrait } from '../../../../shared/contract/audience.ts';
import { When } from '../../../parts/when.tsx';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import type { Words } from '../../../words.ts';
import classes from './audience.module.css';

const formats = ['link', 'question', 'emoji', 'lines', 'text', 'image', 'photo', 'gif', 'video'] as const;
const lengths = ['short', 'middle', 'long'] as const;
const tones = ['positive', 'neutral', 'negative'] as const;

function nameOf({ kind, name, from, to }: AudienceTrait, t: Words): string {
  switch (kind) {
    case 'topic':
      return t('audienceTab.trait.topic', { name });
    case 'hashtag':
      return t('audienceTab.trait.hashtag', { name });
    case 'format': {
      const known = formats.find((format) => format === name);
      return known === undefined
        ? t('audienceTab.trait.type', { name })
        : t(`audienceTab.trait.format.${known}`);
    }
    case 'length': {
      const known = lengths.find((length) => length === name) ?? 'middle';
      return t(`audienceTab.trait.length.${known}`, { from: from ?? 0, to: to ?? 0 });
    }
    case 'tone':
      return t(`audienceTab.trait.tone.${tones.find((tone) => tone === name) ?? 'neutral'}`);
  }
}

/** One trait of posts: what it goes with, how sure that is, and on demand the posts behind it. */
export function TraitRow({ trait }: { trait: AudienceTrait }) {
  const t = useWords();
  const id = useId();
  const { change } = useFormats();
  const [opened, { toggle }] = useDisclosure(false);
  const { effect, low, high, posts, clear } = trait;
  return (
    <li className={classes.trait} data-clear={clear || undefined}>
      <div className={classes.traitHead}>
        <span className={classes.effect} data-sign={clear ? Math.sign(effect) : 0}>
          {change(effect)}
        </span>
        <span className={classes.traitName}>
          <span dir="auto">{nameOf(trait, t)}</span>
          {clear ? (
            <span className={classes.quiet}>
              {' '}
              {t(effect > 0 ? 'audienceTab.what.more' : 'audienceTab.what.less')}
            </span>
          ) : null}
        </span>
        <span className={classes.sure}>
          {t('audienceTab.what.interval', { low: change(low), high: change(high) })}
          {' · '}
          {t('audienceTab.what.posts', { count: posts })}
        </span>
        <UnstyledButton
          className={classes.open}
          onClick={toggle}
          aria-expanded={opened}
          aria-controls={opened ? id : undefined}
        >
          {t(opened ? 'audienceTab.what.hide' : 'audienceTab.what.evidence')}
          <IconChevronDown size={14} aria-hidden data-open={opened || undefined} />
        </UnstyledButton>
      </div>
      {opened ? <Evidence id={id} trait={trait} /> : null}
    </li>
  );
}

function Evidence({ id, trait }: { id: string; trait: AudienceTrait }) {
  const t = useWords();
  const { count, change } = useFormats();
  return (
    <div id={id} className={classes.evidence}>
      <p className={classes.quiet}>
        {t(trait.effect < 0 ? 'audienceTab.what.worst' : 'audienceTab.what.best')}
      </p>
      <ul>
        {trait.evidence.map(({ text, url, publishedAt, interactions, beside }) => (
          <li key={`${publishedAt} ${text}`}>
            {url === null ? (
              <span dir="auto">{text}</span>
            ) : (
              <a href={url} target="_blank" rel="noreferrer" dir="auto">
                {text}
              </a>
            )}
            <span className={classes.quiet}>
              {' '}
              <When at={publishedAt} />
              {' · '}
              {t('audienceTab.what.beside', { interactions: count(interactions), beside: change(beside) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
