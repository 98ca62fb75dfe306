import { Select } from '@mantine/core';
import type { CatchUp } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';

const offeredMinutes = [30, 120, 720] as const;

const keyOf = (rule: CatchUp): string =>
  rule.rule === 'publish_within' ? `within:${rule.minutes}` : rule.rule;

/** The rule that a key of the list stands for. */
const ruleOf = (key: string): CatchUp => {
  const [, minutes] = /^within:(\d+)$/.exec(key) ?? [];
  if (minutes !== undefined) return { rule: 'publish_within', minutes: Number(minutes) };
  return key === 'next_slot' ? { rule: 'next_slot' } : { rule: 'ask' };
};

interface LateRuleProps {
  readonly rule: CatchUp;
  readonly onChange: (rule: CatchUp) => void;
}

/** What happens to this post if its time passes while the machine is off. */
export function LateRule({ rule, onChange }: LateRuleProps) {
  const t = useWords();
  const within = [...new Set([...offeredMinutes, ...(rule.rule === 'publish_within' ? [rule.minutes] : [])])];
  const name = (minutes: number): string =>
    minutes % 60 === 0
      ? t('compose.late.withinHours', { count: minutes / 60 })
      : t('compose.late.withinMinutes', { count: minutes });
  return (
    <Select
      mt={16}
      label={t('compose.late.label')}
      value={keyOf(rule)}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      data={[
        ...within
          .toSorted((left, right) => left - right)
          .map((minutes) => ({ value: `within:${minutes}`, label: name(minutes) })),
        { value: 'next_slot', label: t('compose.late.nextSlot') },
        { value: 'ask', label: t('compose.late.ask') },
      ]}
      onChange={(key) => {
        if (key !== null) onChange(ruleOf(key));
      }}
    />
  );
}
