import type { Analysis } from '../../../shared/models/analysis.ts';
import type { Suggestion } from '../../../shared/models/suggestion.ts';
import { useWords } from '../../words.ts';
import classes from './advice.module.css';
import { Facts } from './facts.tsx';
import { KeyphraseField } from './keyphrase-field.tsx';
import { Score } from './score.tsx';
import { SuggestionRow } from './suggestion-row.tsx';
import type { Keyphrase } from './use-keyphrase.ts';

interface AdviceProps {
  readonly analysis: Analysis | undefined;
  readonly keyphrase: Keyphrase;
  readonly disabled: boolean;
  readonly onApply: (suggestion: Suggestion) => void;
  readonly onHashtag: (tag: string) => void;
}

/** What the local analysis says: a score with its reasons, suggestions that can be taken, and what was measured. */
export function Advice({ analysis, keyphrase, disabled, onApply, onHashtag }: AdviceProps) {
  const t = useWords();
  return (
    <section aria-label={t('compose.advice.label')} className={classes.root}>
      <h2 className={classes.heading}>{t('compose.advice.label')}</h2>
      {analysis ? (
        <>
          <Score score={analysis.score} reasons={analysis.reasons} />
          {analysis.suggestions.length > 0 ? (
            <ul className={classes.suggestions} aria-label={t('compose.advice.suggestions')}>
              {analysis.suggestions.map((suggestion) => (
                <SuggestionRow
                  key={suggestion.id}
                  suggestion={suggestion}
                  disabled={disabled}
                  onApply={() => onApply(suggestion)}
                />
              ))}
            </ul>
          ) : (
            <p className={classes.quiet}>{t('compose.advice.none')}</p>
          )}
          {disabled ? null : (
            <div className={classes.keyphrase}>
              <KeyphraseField keyphrase={keyphrase} explained />
            </div>
          )}
          <Facts analysis={analysis} disabled={disabled} onHashtag={onHashtag} />
          <p className={classes.small}>{t('compose.advice.local')}</p>
        </>
      ) : (
        <p className={classes.quiet}>{t('compose.advice.empty')}</p>
      )}
    </section>
  );
}
