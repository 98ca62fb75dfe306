import { Notification } from 'electron';
import type { NotifierPort } from '../src/engine/ports.ts';
import type { Words } from '../src/engine/words.ts';
import { noticeLook, noticeTarget } from './notice-action.ts';

/** Shows notices by the system's own means; a click, or the button where the system has them, opens the place. */
export function createNotifier(words: Words, show: (target: string) => void): NotifierPort {
  // Without a reference the system's click finds nobody.
  const shown = new Set<Notification>();
  return {
    notify(notice) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({
        ...noticeLook(notice),
        actions: [{ type: 'button', text: words('desktop.notification.open') }],
      });
      const open = (): void => show(noticeTarget(notice));
      notification.on('click', open);
      notification.on('action', open);
      notification.on('close', () => shown.delete(notification));
      shown.add(notification);
      notification.show();
    },
  };
}
