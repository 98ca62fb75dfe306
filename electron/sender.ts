import { isOwnAddress } from './addresses.ts';

/** What is known of a frame that wants to speak to the engine. */
export interface SenderFacts {
  /** Its contents are those of a window that we made. */
  readonly known: boolean;
  /** It is no frame inside another. */
  readonly mainFrame: boolean;
  readonly address: string;
}

/** Whether a frame may have a port to the engine. */
export function maySpeak({ known, mainFrame, address }: SenderFacts): boolean {
  return known && mainFrame && isOwnAddress(address);
}
