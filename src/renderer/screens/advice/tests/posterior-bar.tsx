import type { ExperimentVariant } from '../../../../shared/models/experiment.ts';
import { useWords } from '../../../words.ts';
import classes from './tests.module.css';

/** In percent; never all or nothing, since nothing is certain here. */
export const chanceOf = (probability: number): number =>
  Math.min(99, Math.max(1, Math.round(probability * 100)));

interface PosteriorBarProps {
  readonly variants: readonly Pick<ExperimentVariant, 'name' | 'probabilityClearlyBest'>[];
}

/** How likely each version is clearly the best, and what is left for 'about the same', in one bar with its words. */
export function PosteriorBar({ variants }: PosteriorBarProps) {
  const t = useWords();
  const shares = variants.map(({ probabilityClearlyBest }) => probabilityClearlyBest ?? 0);
  const same = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
  const words = [
    ...variants.map(({ name }, variant) =>
      t('tests.variants.chance', { name, percent: chanceOf(shares[variant] ?? 0) }),
    ),
    t('tests.variants.chanceSame', { percent: chanceOf(same) }),
  ].join('. ');
  return (
    <span className={classes.bar} role="img" aria-label={words} title={words}>
      {variants.map(({ name }, variant) => (
        <span key={name} data-variant={variant} style={{ flexGrow: shares[variant] ?? 0 }} />
      ))}
      <span style={{ flexGrow: same }} />
    </span>
  );
}
