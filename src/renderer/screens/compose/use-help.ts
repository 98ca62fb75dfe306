import { useRef, useState } from 'react';
import type { MediaId } from '../../../shared/models/ids.ts';
import type { OpenHelp } from './assist/open-help.ts';

/** The help beside the page; `key` is another one each time it is opened. */
export interface Help {
  readonly key: string;
  readonly mediaId: MediaId | null;
}

/** Opens and closes the help; the focus goes back to `button`, which is for it. */
export function useHelp() {
  const button = useRef<HTMLButtonElement>(null);
  const [help, setHelp] = useState<Help | null>(null);
  const open: OpenHelp = (mediaId) => setHelp({ key: crypto.randomUUID(), mediaId });
  const close = (): void => {
    setHelp(null);
    button.current?.focus();
  };
  return { button, help, open, close };
}
