import { UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { Reason } from '../../../shared/models/reason.ts';
import { useWords } from '../../words.ts';
import classes from './advice.module.css';

/** A score from 0 to 100, and on demand what it is made of. */
export function Score({ score, reasons }: { score: number; reasons: readonly Reason[] }) {
  const t = useWords();
  const id = useId();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <div className={classes.score}>
        <span className={classes.number}>
          <span className="ocma-read-only">{t('compose.advice.scoreLabel')} </span>
          {score}
        </span>
        <span className={classes.track} aria-hidden>
          <span className={classes.fill} style={{ width: `${score}%` }} />
        </span>
        <UnstyledButton className={classes.why} onClick={toggle} aria-expanded={opened} aria-controls={id}>
          {t('compose.advice.why')}
          <IconChevronDown size={14} aria-hidden data-open={opened || undefined} />
        </UnstyledButton>
      </div>
      {opened ? (
        <ul className={classes.reasons} id={id}>
          {reasons.map((reason) => (
            <li key={reason.id} className={classes.reason}>
              <span className={classes.effect} data-effect={Math.sign(Math.round(reason.effect))}>
                {reason.effect < 0
                  ? t('compose.advice.effectDown', { points: Math.round(-reason.effect) })
                  : t('compose.advice.effectUp', { points: Math.round(reason.effect) })}
              </span>
              <span>{reason.text}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
