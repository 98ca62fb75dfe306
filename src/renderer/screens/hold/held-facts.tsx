import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './hold-screen.module.css';

interface HeldFactsProps {
  readonly counts: {
    readonly looking: number;
    readonly found: number;
    readonly undecided: number;
    readonly ahead: number;
  };
}

/** How many posts stand where; what is being looked for is shown only while there is any. */
export function HeldFacts({ counts }: HeldFactsProps) {
  const t = useWords();
  const formats = useFormats();
  const facts = [
    { name: 'lookingFor', count: counts.looking, shown: counts.looking > 0 },
    { name: 'found', count: counts.found, shown: true },
    { name: 'undecided', count: counts.undecided, shown: true },
    { name: 'ahead', count: counts.ahead, shown: true },
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ shown }) => shown)
        .map(({ name, count }) => (
          <div
            key={name}
            className={classes.fact}
            data-urgent={name === 'undecided' && count > 0 ? true : undefined}
          >
            <dt>{t(`copies.review.${name}`)}</dt>
            <dd>{formats.count(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
