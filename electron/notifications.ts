import { Notification } from 'electron';
import type { NotifierPort } from '../src/engine/ports.ts';
import type { Words } from '../src/engine/words.ts';
import type { Notice, NoticeAction } from '../src/shared/models/event.ts';
import { actionAt, noticeLook, noticeTarget } from './notice-action.ts';

/** What a notification leads to. */
export interface NotifierOptions {
  readonly words: Words;
  /** Shows the window at a path. */
  readonly show: (target: string) => void;
  /** Calls what a button names. */
  readonly call: (run: Extract<NoticeAction['run'], { kind: 'call' }>) => Promise<void>;
}

/**
 * Shows notices by the system's own means, with their buttons where the system has them. A click opens the place; a
 * button whose call fails opens it too, so that the reason is seen.
 */
export function createNotifier({ words, show, call }: NotifierOptions): NotifierPort {
  // Without a reference the system's click finds nobody.
  const shown = new Set<Notification>();
  return {
    notify(notice) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({
        ...noticeLook(notice),
        actions: labelsOf(notice, words).map((text) => ({ type: 'button', text })),
      });
      const open = (): void => show(noticeTarget(notice));
      notification.on('click', open);
      notification.on('action', (event) => {
        const run = actionAt(notice, event.actionIndex);
        if (run.kind === 'open') show(run.target);
        else call(run).catch(open);
      });
      notification.on('close', () => shown.delete(notification));
      shown.add(notification);
      notification.show();
    },
  };
}

function labelsOf(notice: Notice, words: Words): readonly string[] {
  if (notice.actions.length === 0) return [words('desktop.notification.open')];
  return notice.actions.map((action) => action.label);
}
