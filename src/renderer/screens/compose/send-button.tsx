import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { Post } from '../../../shared/models/post.ts';
import { useWords } from '../../words.ts';
import { isBlank } from './draft.ts';
import type { Draft } from './draft.ts';
import type { PreflightLine, usePreflight } from './use-preflight.ts';
import type { WhenChoice } from './when-choice.ts';

interface SendButtonProps {
  readonly draft: Draft;
  readonly post: Post | null;
  readonly when: WhenChoice;
  /** A series is edited, not begun. */
  readonly ofSeries: boolean;
  readonly preflight: ReturnType<typeof usePreflight>;
  readonly busy: boolean;
  readonly onSend: (when: WhenChoice) => void;
  /** Shows what keeps the post from going out. */
  readonly onShow: (line: PreflightLine) => void;
}

/** Sends the draft on its way, by Ctrl+Enter too; where something keeps it back, says and shows what. */
export function SendButton(props: SendButtonProps) {
  const { draft, post, when, ofSeries, preflight, busy, onSend, onShow } = props;
  const t = useWords();
  const isScheduled = post?.deliveries.find(({ state }) => state !== 'draft')?.state === 'scheduled';
  const submit = (): void => {
    if (busy) return;
    if (isBlank(draft)) notifications.show({ message: t('compose.act.empty') });
    else if (when.kind !== 'draft' && draft.accountIds.length === 0) {
      notifications.show({ message: t('compose.act.noAccount') });
    } else {
      const errors = preflight?.lines.filter(({ severity }) => severity === 'error') ?? [];
      const [first] = errors;
      if (when.kind === 'draft' || !first) onSend(when);
      else {
        notifications.show({ color: 'orange', message: t('compose.act.errors', { count: errors.length }) });
        onShow(first);
      }
    }
  };
  useHotkeys([['mod+Enter', submit]], []);
  return (
    <Button onClick={submit} loading={busy} aria-keyshortcuts="Control+Enter">
      {when.kind === 'repeat'
        ? t(ofSeries ? 'recurring.compose.save' : 'recurring.compose.begin')
        : t(`compose.act.${actOf(when.kind, isScheduled)}`)}
    </Button>
  );
}

const actOf = (kind: WhenChoice['kind'], scheduled: boolean): 'now' | 'draft' | 'reschedule' | 'schedule' => {
  if (kind === 'now' || kind === 'draft') return kind;
  return scheduled ? 'reschedule' : 'schedule';
};
