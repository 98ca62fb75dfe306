import type { ReactNode } from 'react';
import type { AssistPreview } from '../../../../shared/models/assist.ts';
import { formatBytes } from '../../../bytes.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';
import { estimateWords } from './cost-words.ts';
import { Disclosure } from './disclosure.tsx';

/** Where it would go and what that may cost, in a line; behind it everything that would be sent, to the letter. */
export function WhatIsSent({ preview }: { readonly preview: AssistPreview | undefined }) {
  const t = useWords();
  return (
    <Disclosure label={t('assist.sent.label')} summary={useSummary(preview)}>
      {preview === undefined ? (
        <p className={classes.quiet}>{t('assist.sent.loading')}</p>
      ) : (
        <Sent preview={preview} />
      )}
    </Disclosure>
  );
}

const isNothing = ({ server, instructions, input }: AssistPreview): boolean =>
  server === null || (instructions === '' && input === '');

function useSummary(preview: AssistPreview | undefined): string | undefined {
  const t = useWords();
  const { money } = useFormats();
  if (preview === undefined) return undefined;
  const { server, cached, estimate } = preview;
  if (server === null) return t('assist.sent.toRules');
  if (isNothing(preview)) return t('assist.sent.nothing');
  if (cached) return t('assist.sent.kept');
  if (server.practice) return t('assist.sent.toPractice');
  const cost = estimateWords(estimate.costMicros, money, t);
  return t('assist.sent.to', { origin: server.origin, cost });
}

function Sent({ preview }: { readonly preview: AssistPreview }) {
  const t = useWords();
  const { dollars, money, count, locale } = useFormats();
  const { server, instructions, input, images, estimate, budget, cached } = preview;
  const month = t('assist.sent.monthValue', {
    spent: dollars(budget.spentMicros),
    budget: dollars(budget.monthlyMicros),
  });
  if (server === null || isNothing(preview)) {
    return (
      <div className={classes.sent}>
        <p className={classes.quiet}>{t('assist.sent.none')}</p>
        {server === null ? null : (
          <dl className={classes.rows}>
            <Row name={t('assist.sent.month')}>{month}</Row>
          </dl>
        )}
      </div>
    );
  }
  const tokens = t('assist.sent.tokens', {
    input: count(estimate.inputTokens),
    output: count(estimate.outputTokens),
  });
  return (
    <div className={classes.sent}>
      {server.practice ? <p className={classes.quiet}>{t('assist.sent.practice')}</p> : null}
      <dl className={classes.rows}>
        <Row name={t('assist.sent.server')}>{server.origin}</Row>
        <Row name={t('assist.sent.model')}>{server.model}</Row>
        <Row name={t('assist.sent.estimate')}>
          {tokens}, {estimateWords(estimate.costMicros, money, t)}
        </Row>
        <Row name={t('assist.sent.month')}>{month}</Row>
        <Row name={t('assist.sent.cached')}>
          {t(cached ? 'assist.sent.cachedYes' : 'assist.sent.cachedNo')}
        </Row>
        {images.length > 0 ? (
          <Row name={t('assist.sent.images')}>
            {images.map((image) => (
              <span key={image.mediaId} className={classes.line}>
                {t('assist.sent.image', {
                  name: image.fileName,
                  width: image.width,
                  height: image.height,
                  size: formatBytes(image.bytes, locale),
                })}
              </span>
            ))}
          </Row>
        ) : null}
      </dl>
      <Letter name={t('assist.sent.instructions')} text={instructions} />
      <Letter name={t('assist.sent.input')} text={input} />
      <p className={classes.small}>
        {t('assist.sent.exact')} {server.moderated ? t('assist.sent.moderated') : null}
      </p>
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Letter({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <section aria-label={name}>
      <h4 className={classes.name}>{name}</h4>
      <pre className={classes.letter}>{text}</pre>
    </section>
  );
}
