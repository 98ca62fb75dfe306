import { Button } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { AccountName } from '../../parts/delivery/account-name.tsx';
import { DeliveryActions } from '../../parts/delivery/delivery-actions.tsx';
import { ProblemNote } from '../../parts/delivery/problem-note.tsx';
import { TestLink } from '../../parts/delivery/test-link.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { When } from '../../parts/when.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { instantOfDelivery } from './queue-rows.ts';
import classes from './queue-row.module.css';

interface QueueRowProps {
  readonly delivery: Delivery;
  readonly open: boolean;
  /** With the reason and the buttons, for what needs the user. */
  readonly explained: boolean;
  readonly onOpen: () => void;
}

/** A delivery in the queue; a click opens its timeline. */
export function QueueRow({ delivery, open, explained, onOpen }: QueueRowProps) {
  const t = useWords();
  const formats = useFormats();
  const network = usePlatforms().get(delivery.platform)?.title ?? delivery.platform;
  const at = instantOfDelivery(delivery);
  const excerpt = delivery.excerpt === '' ? t('queue.row.imageOnly') : delivery.excerpt;
  return (
    <article className={classes.row} data-open={open || undefined} data-state={delivery.state}>
      <div className={classes.time}>
        {at === null ? '–' : explained ? <When at={at} wall={delivery.when} /> : formats.time(at)}
      </div>
      <div className={classes.middle}>
        <button type="button" className={classes.open} onClick={onOpen} aria-expanded={open} data-row-focus>
          <span className={classes.excerpt} dir="auto">
            {excerpt}
          </span>
        </button>
        <div className={classes.meta}>
          <AccountName accountId={delivery.accountId} platform={delivery.platform} />
          {delivery.parts.length > 1 ? (
            <span>{t('queue.row.parts', { count: delivery.parts.length })}</span>
          ) : null}
          {delivery.mediaCount > 0 ? (
            <span>{t('queue.row.media', { count: delivery.mediaCount })}</span>
          ) : null}
          {delivery.test === null ? null : <TestLink test={delivery.test} />}
          {delivery.state === 'with_network' ? <span>{t('queue.row.awayToo')}</span> : null}
          {delivery.state === 'scheduled' && delivery.mode === 'remind' ? (
            <span>{t('queue.row.reminds')}</span>
          ) : null}
          {delivery.nextAttemptAt !== null && delivery.state === 'scheduled' && delivery.attempts > 0 ? (
            <span>{t('queue.row.waiting', { when: formats.when(delivery.nextAttemptAt) })}</span>
          ) : null}
        </div>
        {explained ? (
          <div className={classes.explained}>
            <ProblemNote delivery={delivery} />
            <div className={classes.buttons}>
              {delivery.state === 'needs_you' ? (
                <Button size="compact-sm" variant="light" onClick={onOpen} aria-expanded={open}>
                  {t('queue.paste.show')}
                </Button>
              ) : null}
              <DeliveryActions delivery={delivery} />
            </div>
          </div>
        ) : null}
      </div>
      <div className={classes.end}>
        {delivery.state === 'published' && delivery.url ? (
          <a href={delivery.url} target="_blank" rel="noreferrer" className={classes.link}>
            {t('queue.row.link', { network })} <IconExternalLink size={13} aria-hidden />
          </a>
        ) : null}
        <StateBadge state={delivery.state} progress={delivery.progress} />
      </div>
    </article>
  );
}
