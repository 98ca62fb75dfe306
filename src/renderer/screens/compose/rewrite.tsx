import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Optimized } from '../../../shared/contract/content.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { differenceOf } from './difference.ts';
import type { Draft } from './draft.ts';
import classes from './rewrite.module.css';
import { contentFor } from './use-analysis.ts';

const goals = ['clarity', 'reach', 'replies', 'clicks'] as const;

interface RewriteProps {
  readonly draft: Draft;
  readonly platform: string;
  readonly onUse: (texts: readonly string[]) => void;
  /** Compares all versions by a test; null where this post cannot be tested. */
  readonly onTest: ((versions: readonly (readonly string[])[]) => void) | null;
  readonly onClose: () => void;
}

/** Other texts for the same post, with what changed and why; taken by one button. */
export function Rewrite({ draft, platform, onUse, onTest, onClose }: RewriteProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [goal, setGoal] = useState<(typeof goals)[number]>('clarity');
  const optimize = useMutation(api.content.optimize.mutationOptions());
  const before = draft.parts.map(({ text }) => text);
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('compose.rewrite.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Group justify="space-between" align="end">
        <div>
          <Text size="sm" mb={4}>
            {t('compose.rewrite.goal')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t('compose.rewrite.goal')}
            value={goal}
            onChange={setGoal}
            data={goals.map((value) => ({ value, label: t(`compose.rewrite.goals.${value}`) }))}
          />
        </div>
        <Button
          loading={optimize.isPending}
          onClick={() => optimize.mutate({ workspaceId, ...contentFor(draft, platform), goal, variants: 2 })}
          data-autofocus
        >
          {t('compose.rewrite.run')}
        </Button>
      </Group>
      <div className={classes.answer} aria-live="polite">
        {optimize.error ? <ErrorState inline error={optimize.error} /> : null}
        {onTest && optimize.data && optimize.data.variants.length > 0 ? (
          <Group justify="end">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onTest(optimize.data.variants.map(textsOf))}
            >
              {t('tests.start.these')}
            </Button>
          </Group>
        ) : null}
        {optimize.data ? <Variants answer={optimize.data} before={before} onUse={onUse} /> : null}
      </div>
    </Modal>
  );
}

interface VariantsProps {
  readonly answer: Optimized;
  readonly before: readonly string[];
  readonly onUse: (texts: readonly string[]) => void;
}

function Variants({ answer, before, onUse }: VariantsProps) {
  const t = useWords();
  const { money } = useFormats();
  return (
    <>
      <p className={classes.source}>
        {/* Practice has no language model, and its note says so. */}
        {answer.source === 'openai' && answer.note ? null : t(`compose.rewrite.${answer.source}`)}{' '}
        {answer.note}{' '}
        {answer.usage?.costMicros
          ? t('compose.rewrite.cost', { cost: money(answer.usage.costMicros) })
          : null}
      </p>
      {answer.variants.length === 0 ? <p>{t('compose.rewrite.none')}</p> : null}
      {answer.variants.map((variant, index) => (
        <article key={variant.text} className={classes.variant}>
          <div className={classes.head}>
            <h3 className={classes.name}>{t('compose.rewrite.variant', { number: index + 1 })}</h3>
            <span className={classes.length}>
              {t('compose.rewrite.length', {
                length: variant.measurement.length,
                limit: variant.measurement.limit,
              })}
            </span>
            <Button size="compact-sm" variant="light" onClick={() => onUse(textsOf(variant))}>
              {t('compose.rewrite.use')}
            </Button>
          </div>
          <p className={classes.text} dir="auto">
            <Difference before={before.join('\n\n')} after={textsOf(variant).join('\n\n')} />
          </p>
          <p className={classes.why}>{variant.why}</p>
        </article>
      ))}
      {answer.rejected.length > 0 ? (
        <p className={classes.source}>{t('compose.rewrite.rejected', { count: answer.rejected.length })}</p>
      ) : null}
    </>
  );
}

const textsOf = (variant: Optimized['variants'][number]): readonly string[] =>
  variant.parts.length > 0 ? variant.parts : [variant.text];

function Difference({ before, after }: { before: string; after: string }) {
  return differenceOf(before, after).map((piece, index) => {
    const key = `${index} ${piece.kind}`;
    if (piece.kind === 'removed' && piece.text.trim() === '') return null;
    if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
    return piece.kind === 'added' ? (
      <ins key={key} className={classes.added}>
        {piece.text}
      </ins>
    ) : (
      <del key={key} className={classes.removed}>
        {piece.text}
      </del>
    );
  });
}
