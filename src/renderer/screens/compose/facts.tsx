import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Analysis } from '../../../shared/models/analysis.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './advice.module.css';
import { Estimate } from './estimate.tsx';

interface FactsProps {
  readonly analysis: Analysis;
  readonly disabled: boolean;
  readonly onHashtag: (tag: string) => void;
}

/** What was measured, in a few lines: mood, reading ease, keyphrases, hashtags, and what the post may earn. */
export function Facts({ analysis, disabled, onHashtag }: FactsProps) {
  const t = useWords();
  const { share } = useFormats();
  const { sentiment, readability, seo, hashtags, prediction, audience } = analysis;
  const ease = readability.fleschReadingEase;
  const grade = readability.fleschKincaidGrade;
  return (
    <dl className={classes.facts} aria-label={t('compose.advice.facts')}>
      <Fact name={t('compose.advice.mood.label')} note={sentiment.note?.text}>
        {t(`compose.advice.mood.${sentiment.label ?? 'unknown'}`)}
      </Fact>
      <Fact name={t('compose.advice.reading.label')} note={readability.note?.text}>
        {ease === null || grade === null
          ? t('compose.advice.reading.unknown')
          : t('compose.advice.reading.value', {
              ease: Math.min(100, Math.max(0, Math.round(ease))),
              grade: Math.max(0, Math.round(grade)),
            })}
      </Fact>
      {seo.keyphrases.length > 0 ? (
        <Fact name={t('compose.advice.keyphrases')}>
          {seo.keyphrases
            .slice(0, 4)
            .map(({ phrase }) => phrase)
            .join(', ')}
        </Fact>
      ) : null}
      {hashtags.suggested.length > 0 ? (
        <Fact name={t('compose.advice.hashtags.label')}>
          <span className={classes.tags}>
            {hashtags.suggested.slice(0, 5).map(({ tag, text }) => (
              <Tooltip key={tag} label={text} multiline maw={280}>
                <button
                  type="button"
                  className={classes.tag}
                  disabled={disabled}
                  aria-label={t('compose.advice.hashtags.add', { tag })}
                  onClick={() => onHashtag(tag)}
                >
                  {tag}
                </button>
              </Tooltip>
            ))}
          </span>
        </Fact>
      ) : null}
      <Fact name={t('compose.advice.prediction.label')}>
        {prediction.status === 'estimate' ? <Estimate estimate={prediction} /> : prediction.text}
      </Fact>
      {audience.status === 'estimate' ? (
        <Fact name={t('compose.advice.audience.label')}>
          {audience.segments
            .map(({ name, share: part }) => t('compose.advice.audience.share', { name, share: share(part) }))
            .join(', ')}
        </Fact>
      ) : null}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

function Fact({ name, note, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        {children}
        {note ? <span className={classes.note}>{note}</span> : null}
      </dd>
    </div>
  );
}
