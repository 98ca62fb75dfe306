import type { Notice } from '../../shared/models/event.ts';

/** What the window looks at. */
export interface Place {
  /** Null before one is known. */
  readonly workspaceId: string | null;
  /** A path inside the app, such as `/queue`. */
  readonly path: string;
  readonly params: URLSearchParams;
}

/** Whether what a notice tells stands on the screen anyway, so that a toast would only cover it. */
export function isOnScreen({ kind, target, workspaceId }: Notice, place: Place): boolean {
  const { pathname, searchParams } = new URL(target, 'app://ocma');
  // These have a band for as long as they are true; that of the hold stands in every workspace.
  if (pathname === '/hold') return true;
  if (workspaceId !== null && workspaceId !== place.workspaceId) return false;
  if (kind === 'missed' || kind === 'at_risk') return true;
  if (pathname !== place.path) return false;
  if (kind === 'test_over') return searchParams.get('test') === place.params.get('test');
  if (pathname !== '/queue') return true;
  const delivery = searchParams.get('delivery');
  if (delivery !== null && delivery === place.params.get('delivery')) return true;
  // Without a choice the queue begins with what needs the user.
  const section = place.params.get('section') ?? 'needs_me';
  return section === (kind === 'published' ? 'done' : 'needs_me');
}
