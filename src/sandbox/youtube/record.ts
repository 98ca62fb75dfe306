import type { Exchange } from '../exchange.ts';
import type { NewEntry } from '../journal.ts';
import type { YouTubeWorld } from './world.ts';

type Written = Pick<NewEntry, 'operation' | 'account' | 'id'> & Partial<NewEntry>;

/** Writes an accepted request into the journal and brings it into effect. */
export function record({ state, journal }: YouTubeWorld, exchange: Exchange, written: Written): void {
  state.apply(
    journal.append({
      network: 'youtube',
      text: null,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail: {},
      ...written,
    }),
  );
}
