import type { AccountHttp } from '../../http/call.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { PublishPart } from '../../platforms/publishing.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { sourcesOf } from './media-sources.ts';
import type { PublishDeps } from './publish-deps.ts';
import type { Target } from './target.ts';

/** Where a delivery goes: the account, its network, and the way there. */
export interface Destination {
  readonly target: Target;
  readonly platform: Platform;
  readonly http: AccountHttp;
}

/** A part as its platform takes it; null where one of its media is no longer in the library. */
export function partToPublish(
  deps: Pick<PublishDeps, 'ledger' | 'mediaFile'>,
  to: Destination,
  part: PartRow,
  send: {
    readonly inReplyTo: string | null;
    readonly mediaIds: readonly string[];
    readonly key: string | null;
  },
): PublishPart | null {
  const media = sourcesOf(deps, part);
  return media === null
    ? null
    : {
        account: to.target.ref,
        text: part.text,
        media,
        root: null,
        role: part.position === 0 ? 'post' : 'reply',
        options: {},
        publishAt: null,
        handle: part.handle,
        ...send,
      };
}

/** The key that a part is sent under: the one it has, else a new one where the network settles by a key. */
export function keyOf(deps: Pick<PublishDeps, 'ports'>, platform: Platform, part: PartRow): string | null {
  if (part.sendKey !== null) return part.sendKey;
  if (!platform.settle.some(({ kind }) => kind === 'record_key' || kind === 'idempotency_key')) return null;
  const { clock, random } = deps.ports;
  return platform.api.newKey?.({ now: clock.now(), random }) ?? Buffer.from(random.bytes(16)).toString('hex');
}
