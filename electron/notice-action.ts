import type { AppSettings } from '../src/shared/models/settings.ts';
import type { Notice } from '../src/shared/models/event.ts';

/** How a notice is shown by the system. */
export interface NoticeLook {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly urgency: 'low' | 'normal' | 'critical';
}

/** Good news is quiet; what needs the user is not. */
export function noticeLook({ kind, title, body }: Notice): NoticeLook {
  return {
    title,
    body,
    silent: kind === 'published',
    urgency: kind === 'published' ? 'low' : kind === 'worker_trouble' ? 'critical' : 'normal',
  };
}

/** The path that a click on a notice leads to; the calendar where a notice names none of ours. */
export function noticeTarget({ target }: Notice): string {
  return target.startsWith('/') && !target.startsWith('//') ? target : '/';
}

/** Whether closing the window leaves the app in the tray. */
export function hidesOnClose(settings: Pick<AppSettings, 'closeToTray'>, quitting: boolean): boolean {
  return settings.closeToTray && !quitting;
}
