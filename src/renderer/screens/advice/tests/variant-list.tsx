import IconTrophy from '@tabler/icons-react/dist/esm/icons/IconTrophy.mjs';
import type { Experiment, ExperimentVariant } from '../../../../shared/models/experiment.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { PosteriorBar, chanceOf } from './posterior-bar.tsx';
import classes from './tests.module.css';

/** Each version with its sample, its interval and its chance; what is left of the chances is 'about the same'. */
export function VariantList({ test }: { test: Experiment }) {
  const t = useWords();
  const any = test.posts.counted > 0;
  const furthest = Math.max(
    0.1,
    ...test.variants.flatMap(({ lift }) => (lift === null ? [] : [Math.abs(lift.low), Math.abs(lift.high)])),
  );
  const left = test.variants.reduce(
    (sum, { probabilityClearlyBest }) => sum - (probabilityClearlyBest ?? 0),
    1,
  );
  return (
    <section aria-label={t('tests.variants.title')}>
      <h3 className={classes.heading}>{t('tests.variants.title')}</h3>
      {any ? <PosteriorBar variants={test.variants} /> : null}
      <ul className={classes.variants}>
        {test.variants.map((variant, at) => (
          <Variant key={variant.name} test={test} variant={variant} position={at} furthest={furthest} />
        ))}
      </ul>
      {any ? (
        <p className={classes.same}>
          <span className={classes.swatch} />
          {t('tests.variants.same')}: {t('tests.variants.percent', { percent: chanceOf(Math.max(0, left)) })}
        </p>
      ) : null}
    </section>
  );
}

interface VariantProps {
  readonly test: Experiment;
  readonly variant: ExperimentVariant;
  readonly position: number;
  /** The end of the scale of lifts, as a fraction. */
  readonly furthest: number;
}

function Variant({ test, variant, position, furthest }: VariantProps) {
  const t = useWords();
  const { count, share } = useFormats();
  const { lift, average, impressions, counted, probabilityClearlyBest } = variant;
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value * 100))}%`;
  return (
    <li className={classes.variant}>
      <div className={classes.about}>
        <div className={classes.name}>
          <span className={classes.swatch} data-variant={position} />
          {variant.name}
          {test.winner === position ? (
            <span className={classes.badge} data-tone="good">
              <IconTrophy size={14} aria-hidden /> {t('tests.variants.won')}
            </span>
          ) : null}
        </div>
        <div className={classes.quiet} dir="auto">
          {variant.excerpt}
        </div>
        <div className={classes.quiet}>
          {t('tests.variants.sample', { counted, count: variant.planned })}
          {impressions === null || counted === 0
            ? ''
            : `, ${t('tests.variants.seen', { impressions: count(impressions) })}`}
          {average === null
            ? ''
            : `; ${
                test.measure === 'engagement_rate'
                  ? t('tests.variants.rate', { average: share(average) })
                  : t('tests.variants.perPost', { average: average.toFixed(1) })
              }`}
        </div>
      </div>
      <div className={classes.lift}>
        <div className={classes.label}>{t('tests.variants.lift')}</div>
        {lift === null ? (
          <span className={classes.quiet}>{t('tests.variants.noLift')}</span>
        ) : (
          <>
            <Interval lift={lift} furthest={furthest} position={position} />
            <div>
              {t('tests.variants.liftRange', {
                middle: signed(lift.middle),
                low: signed(lift.low),
                high: signed(lift.high),
              })}
            </div>
          </>
        )}
      </div>
      <div className={classes.chance}>
        <div className={classes.label}>{t('tests.variants.best')}</div>
        <strong>
          {probabilityClearlyBest === null
            ? '–'
            : t('tests.variants.percent', { percent: chanceOf(probabilityClearlyBest) })}
        </strong>
      </div>
    </li>
  );
}

interface IntervalProps {
  readonly lift: { readonly low: number; readonly middle: number; readonly high: number };
  readonly furthest: number;
  readonly position: number;
}

/** The interval on a scale whose middle is 'no difference'. The words beside it say the same. */
function Interval({ lift, furthest, position }: IntervalProps) {
  const at = (value: number): number => 50 + (50 * value) / furthest;
  return (
    <div className={classes.interval} aria-hidden>
      <span className={classes.zero} />
      <span
        className={classes.range}
        data-variant={position}
        style={{ insetInlineStart: `${at(lift.low)}%`, width: `${at(lift.high) - at(lift.low)}%` }}
      />
      <span className={classes.middle} style={{ insetInlineStart: `${at(lift.middle)}%` }} />
    </div>
  );
}
