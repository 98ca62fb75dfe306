import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import { DeliveryPanel } from '../../parts/delivery/delivery-panel.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { PauseButton } from '../../parts/pause-button.tsx';
import { Screen } from '../../parts/screen.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { QueueList } from './queue-list.tsx';
import { queueSections } from './queue-rows.ts';
import type { QueueSection } from './queue-rows.ts';
import classes from './queue-screen.module.css';
import { QueueStatistics } from './queue-statistics.tsx';

const isSection = (text: string | null): text is QueueSection =>
  queueSections.some((section) => section === text);

/** The queue: what needs me, what goes out next, what went out; the timeline of one post opens beside it. */
export function QueueScreen() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const formats = useFormats();
  const [params, setParams] = useSearchParams();
  const { data: counts, isPending } = useQuery(api.queue.counts.queryOptions({ input: { workspaceId } }));

  const asked = params.get('section');
  const openId = params.get('delivery');
  const section = isSection(asked) ? asked : counts && counts.needsMe > 0 ? 'needs_me' : 'next';

  const open = useCallback(
    (deliveryId: string | null) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (deliveryId === null || after.get('delivery') === deliveryId) after.delete('delivery');
        else after.set('delivery', deliveryId);
        // The choice that was made for the user stays as it is while a post leaves the list.
        after.set('section', section);
        return after;
      }),
    [setParams, section],
  );
  const close = useCallback(() => open(null), [open]);
  const choose = (value: string | null): void => {
    if (isSection(value)) setParams({ section: value });
  };

  const amounts = { needs_me: counts?.needsMe, next: counts?.next, done: counts?.done };
  const summary = !counts
    ? ''
    : counts.paused
      ? t('queue.summary.stopped')
      : counts.nextDueAt === null
        ? counts.next === 0
          ? t('queue.summary.nothing')
          : ''
        : t('queue.summary.next', { when: formats.when(counts.nextDueAt) });

  return (
    <Screen
      title={t('queue.title')}
      layout="full"
      beside={<span className={classes.summary}>{summary}</span>}
      actions={counts ? <PauseButton paused={counts.paused} /> : null}
    >
      <Tabs value={section} onChange={choose} className={classes.main} keepMounted={false}>
        <Tabs.List className={classes.tabs} aria-label={t('queue.sections.label')}>
          {queueSections.map((name) => (
            <Tabs.Tab key={name} value={name} className={classes.tab}>
              {t(`queue.sections.${name}`)}
              {amounts[name] === undefined ? null : (
                <span
                  className={classes.count}
                  data-urgent={(name === 'needs_me' && amounts[name] > 0) || undefined}
                >
                  {formats.count(amounts[name])}
                </span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section} className={classes.list}>
          {isPending && asked === null ? (
            <LoadingSkeleton rows={8} />
          ) : (
            <QueueList
              key={section}
              section={section}
              missed={counts?.missed ?? 0}
              openId={openId}
              onOpen={open}
            />
          )}
        </Tabs.Panel>
        <QueueStatistics />
      </Tabs>
      <SidePanel opened={openId !== null} label={t('queue.panel.label')} onClose={close}>
        {openId === null ? null : <DeliveryPanel key={openId} deliveryId={openId} onClose={close} />}
      </SidePanel>
    </Screen>
  );
}
