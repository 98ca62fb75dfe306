import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../../shared/models/account.ts';
import type { PublishMode } from '../../../../shared/models/delivery.ts';
import type { Post } from '../../../../shared/models/post.ts';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './network-options.module.css';
import { handleOf } from '../../../../shared/models/account-handle.ts';

interface WhoPublishesProps {
  readonly account: Account;
  readonly post: Post | null;
  readonly disabled: boolean;
  /** Saves the draft first; the choice is kept with the post. */
  readonly onFlush: () => Promise<Post | null>;
}

const changeable = new Set(['draft', 'scheduled', 'failed', 'missed']);

/** Who publishes a post at one account: OCMA, or the user, whom OCMA reminds with everything ready to paste. */
export function WhoPublishes({ account, post, disabled, onFlush }: WhoPublishesProps) {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const tell = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const [busy, setBusy] = useState<PublishMode | null>(null);
  const { data: usual } = useQuery(
    api.queue.publishing.queryOptions({ input: { workspaceId, accountId: account.id } }),
  );
  const delivery = post?.deliveries.find(({ accountId }) => accountId === account.id);
  const mode = busy ?? delivery?.mode ?? usual?.mode ?? 'publish';
  const choose = async (wanted: PublishMode): Promise<void> => {
    setBusy(wanted);
    try {
      const saved = await onFlush();
      const found = saved?.deliveries.find(({ accountId }) => accountId === account.id);
      if (!found) return;
      const next = wanted === usual?.mode ? null : wanted;
      const { id, version } = (await client.queue.get({ workspaceId, id: found.id })).delivery;
      await client.queue.setMode({ workspaceId, id, version, mode: next });
    } catch (error) {
      tell(error);
    } finally {
      setBusy(null);
    }
  };
  const isFixed = delivery !== undefined && !changeable.has(delivery.state);
  return (
    <div className={classes.who}>
      <div>
        <div className={classes.whoName}>{t('compose.who.label', { account: handleOf(account) })}</div>
        <div className={classes.whoText}>{t(`compose.who.hint.${mode}`)}</div>
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('compose.who.label', { account: handleOf(account) })}
        value={mode}
        disabled={disabled || isFixed || post === null}
        data={[
          { value: 'publish', label: t('compose.who.publish') },
          { value: 'remind', label: t('compose.who.remind') },
        ]}
        onChange={(wanted) => void choose(wanted)}
      />
    </div>
  );
}
