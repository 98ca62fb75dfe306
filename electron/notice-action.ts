import type { AppSettings } from '../src/shared/models/settings.ts';
import type { Notice, NoticeAction } from '../src/shared/models/event.ts';

/** How a notice is shown by the system. */
export interface NoticeLook {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly urgency: 'low' | 'normal' | 'critical';
}

/** What is only good to know is quiet; what needs the user is not. */
export function noticeLook({ kind, title, body }: Notice): NoticeLook {
  const quiet = kind === 'published' || kind === 'test_over';
  return {
    title,
    body,
    silent: quiet,
    urgency: quiet ? 'low' : kind === 'worker_trouble' ? 'critical' : 'normal',
  };
}

/** The path that a click on a notice leads to; the calendar where a notice names none of ours. */
export function noticeTarget({ target }: Notice): string {
  return insideApp(target);
}

function insideApp(target: string): string {
  return target.startsWith('/') && !target.startsWith('//') ? target : '/';
}

/** What the button at this place of a notification does: the system counts them from 0. Without one it is a click. */
export function actionAt(notice: Notice, index: number): NoticeAction['run'] {
  const run = notice.actions[index]?.run ?? { kind: 'open', target: notice.target };
  return run.kind === 'open' ? { kind: 'open', target: insideApp(run.target) } : run;
}

/** Whether closing the window leaves the app in the tray. */
export function hidesOnClose(settings: Pick<AppSettings, 'closeToTray'>, quitting: boolean): boolean {
  return settings.closeToTray && !quitting;
}
