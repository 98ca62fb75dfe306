import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useWindowState } from '../window-state.ts';

/** The second key after `G`, and where it leads. */
export const goKeys = {
  c: '/',
  q: '/queue',
  a: '/analytics',
  d: '/advice',
  v: '/discover',
  n: '/accounts',
  s: '/settings',
  h: '/health',
} as const;

const together = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const goTarget = (key: string): string | undefined =>
  Object.entries(goKeys).find(([letter]) => letter === key)?.[1];

/** `C` writes a post, Ctrl or Cmd with `K` opens the palette, `G` then a letter goes to a screen. */
export function useShortcuts(): void {
  const [, navigate] = useLocation();
  const setPaletteOpen = useWindowState((state) => state.setPaletteOpen);
  const wentAt = useRef(0);
  useHotkeys([['mod+K', () => setPaletteOpen(!useWindowState.getState().paletteOpen)]], []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      if (document.querySelector('[role="dialog"]')) return;
      const key = event.key.toLowerCase();
      const target = event.timeStamp - wentAt.current < together ? goTarget(key) : undefined;
      wentAt.current = key === 'g' ? event.timeStamp : 0;
      if (target) navigate(target);
      else if (key === 'c') navigate('/compose');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [navigate]);
}
