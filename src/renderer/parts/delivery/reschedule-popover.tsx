import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScheduleChoice } from '../../../shared/contract/posts.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { readNow } from '../../clock.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { instantOf, localOf } from '../../zoned.ts';

interface ReschedulePopoverProps {
  readonly delivery: Delivery;
  readonly busy: boolean;
  readonly onMove: (when: ScheduleChoice) => Promise<boolean>;
}

const hour = 3_600_000;

/** Another time for a delivery: now, the next free slot, or a wall-clock time in the zone it was given. */
export function ReschedulePopover({ delivery, busy, onMove }: ReschedulePopoverProps) {
  const t = useWords();
  const formats = useFormats();
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const [local, setLocal] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const timeZone = delivery.when?.timeZone ?? formats.timeZone;
  const { data: slots } = useQuery({
    ...api.posts.slots.queryOptions({ input: { workspaceId: delivery.workspaceId, count: 1 } }),
    enabled: opened,
    staleTime: 0,
  });
  const slot = slots?.[0];

  const open = (): void => {
    const now = readNow();
    const start = delivery.when && delivery.when.instant > now ? delivery.when.instant : now + hour;
    setLocal(localOf(start, timeZone));
    setWrong(null);
    setOpened((was) => !was);
  };
  const move = async (when: ScheduleChoice): Promise<void> => {
    if (await onMove(when)) setOpened(false);
  };
  const moveAt = (): void => {
    if (local === '') setWrong(t('queue.move.wrong'));
    else if (instantOf(local, timeZone) <= readNow()) setWrong(t('queue.move.past'));
    else void move({ kind: 'at', local, timeZone });
  };

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      withinPortal
      position="bottom-end"
      width={288}
    >
      <Popover.Target>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={open}>
          {t('queue.act.reschedule')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('queue.move.title')}>
        <Stack gap="xs">
          <Button variant="default" size="xs" loading={busy} onClick={() => void move({ kind: 'now' })}>
            {t('queue.move.now')}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!slot}
            loading={busy}
            onClick={() => void move({ kind: 'next_slot' })}
          >
            {slot
              ? t('queue.move.slotAt', { when: formats.when(slot.instant) })
              : slots
                ? t('queue.move.noSlots')
                : t('queue.move.nextSlot')}
          </Button>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              moveAt();
            }}
          >
            <TextInput
              mt={8}
              type="datetime-local"
              label={t('queue.move.at')}
              description={t('queue.move.zone', { zone: timeZone })}
              value={local}
              error={wrong}
              onChange={(event) => {
                setLocal(event.currentTarget.value);
                setWrong(null);
              }}
              data-autofocus
            />
            <Button type="submit" size="xs" mt={8} fullWidth loading={busy}>
              {t('queue.move.button')}
            </Button>
          </form>
          {delivery.when && delivery.when.note !== 'none' ? (
            <Text size="xs" c="dimmed">
              {t(`queue.panel.dst.${delivery.when.note}`)}
            </Text>
          ) : null}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
