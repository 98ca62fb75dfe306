import { ActionIcon, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useWords } from '../../words.ts';
import type { CalendarView } from './calendar-range.ts';
import classes from './calendar-screen.module.css';

interface DateStepsProps {
  readonly view: CalendarView;
  readonly label: string;
  readonly onToday: () => void;
  readonly onStep: (direction: 1 | -1) => void;
}

/** Today, one step back, one forward, and what is on screen. */
export function DateSteps({ view, label, onToday, onStep }: DateStepsProps) {
  const t = useWords();
  return (
    <Group gap={8} wrap="nowrap">
      <Button variant="default" size="xs" onClick={onToday} aria-keyshortcuts="t">
        {t('calendar.today')}
      </Button>
      <Group gap={0} wrap="nowrap">
        <Tooltip label={t(`calendar.previous.${view}`)}>
          <ActionIcon onClick={() => onStep(-1)} aria-label={t(`calendar.previous.${view}`)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t(`calendar.next.${view}`)}>
          <ActionIcon onClick={() => onStep(1)} aria-label={t(`calendar.next.${view}`)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Text fw={500} className={classes.label} aria-live="polite">
        {label}
      </Text>
    </Group>
  );
}

interface ViewChoiceProps {
  readonly view: CalendarView;
  readonly onView: (view: CalendarView) => void;
}

/** Day, week or month. */
export function ViewChoice({ view, onView }: ViewChoiceProps) {
  const t = useWords();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('calendar.views.label')}
      value={view}
      onChange={onView}
      data={(['day', 'week', 'month'] as const).map((value) => ({
        value,
        label: t(`calendar.views.${value}`),
      }))}
    />
  );
}
