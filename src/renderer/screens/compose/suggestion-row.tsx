import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import type { Suggestion } from '../../../shared/models/suggestion.ts';
import { useWords } from '../../words.ts';
import classes from './advice.module.css';

const icons = { error: IconCircleX, warning: IconAlertTriangle, hint: IconBulb } as const;

interface SuggestionRowProps {
  readonly suggestion: Suggestion;
  readonly disabled: boolean;
  readonly onApply: () => void;
}

/** One piece of advice: a sentence, a button that does it, and one that explains. */
export function SuggestionRow({ suggestion, disabled, onApply }: SuggestionRowProps) {
  const t = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  const Icon = icons[suggestion.severity];
  return (
    <li className={classes.suggestion} data-severity={suggestion.severity}>
      <Icon size={16} aria-hidden className={classes.icon} />
      <div className={classes.grow}>
        <p className={classes.title}>
          <span className="ocma-read-only">{t(`compose.advice.severity.${suggestion.severity}`)}: </span>
          {suggestion.title}
        </p>
        {opened ? <p className={classes.explanation}>{suggestion.explanation}</p> : null}
        <Group gap={4} mt={2} ml={-8}>
          {suggestion.edit ? (
            <Button size="compact-sm" variant="subtle" disabled={disabled} onClick={onApply}>
              {t('compose.advice.apply')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={opened} onClick={toggle}>
            {t('compose.advice.explain')}
          </Button>
          {suggestion.gain >= 1 ? (
            <span className={classes.gain}>
              {t('compose.advice.gain', { points: Math.round(suggestion.gain) })}
            </span>
          ) : null}
        </Group>
      </div>
    </li>
  );
}
