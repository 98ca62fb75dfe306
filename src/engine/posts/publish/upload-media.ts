import type { UploadProgress } from '../../platforms/publishing.ts';
import type { Outcome } from '../../queue/outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import { chosenOptions } from './destination.ts';
import type { Destination } from './destination.ts';
import { sourcesOf } from './media-sources.ts';
import type { PartSource } from './media-sources.ts';
import type { PublishDeps } from './publish-deps.ts';

type UploadDeps = Pick<PublishDeps, 'ledger' | 'mediaFile' | 'mediaHostOf' | 'ports' | 'renderPicture'>;

/** An upload that ends sooner than this is made anew, in milliseconds, so that it does not end under the publish. */
const marginMs = 10 * 60_000;

interface UploadRow {
  remoteId: string;
  nextOffset: number;
  finalized: number;
  altTextSet: number;
  ready: number;
  expiresAt: number;
}

export type UploadedMedia =
  | { readonly ready: true; readonly remoteIds: readonly string[] }
  | { readonly ready: false; readonly outcome: Outcome };

/** Why a part's media cannot be sent. */
export const noMedia: Readonly<Record<'gone' | 'unfit', Outcome>> = {
  gone: {
    kind: 'rejected',
    code: 'media_invalid',
    detail: 'A picture or video of this post is no longer in the library.',
  },
  unfit: {
    kind: 'rejected',
    code: 'media_invalid',
    detail: 'A picture of this post cannot be made into one that the network takes.',
  },
};

/** Brings a part's media to the network. Steps that are done are remembered, so that a repeat goes on where it stopped. */
export async function uploadMedia(
  deps: UploadDeps,
  target: Destination,
  part: PartRow,
  signal: AbortSignal,
  progress: (done: number, of: number) => void,
): Promise<UploadedMedia> {
  if (target.platform.uploadsInPublish === true) return { ready: true, remoteIds: [] };
  const found = await sourcesOf(deps, target, part, chosenOptions(deps.ledger.db, target, part));
  if (!found.ok) return { ready: false, outcome: noMedia[found.why] };
  const { sources } = found;
  const remoteIds: string[] = [];
  for (const [index, source] of sources.entries()) {
    progress(index, sources.length);
    const known = readUpload(deps, part, source.id, source.altText);
    if (known?.ready === 1) {
      remoteIds.push(known.remoteId);
      continue;
    }
    const result = await uploadOne(deps, target, part, source, known, signal);
    if (typeof result !== 'string') return { ready: false, outcome: result };
    remoteIds.push(result);
  }
  return { ready: true, remoteIds };
}

async function uploadOne(
  deps: UploadDeps,
  target: Destination,
  part: PartRow,
  media: PartSource,
  known: UploadRow | undefined,
  signal: AbortSignal,
): Promise<string | Outcome> {
  const { clock } = deps.ports;
  const save = (progress: UploadProgress, ready: boolean) => saveUpload(deps, part, media, progress, ready);
  const resume =
    known === undefined
      ? null
      : { ...known, finalized: known.finalized === 1, altTextSet: known.altTextSet === 1 };
  let last: UploadProgress | null = resume;
  const result = await target.platform.api.upload(target.http, media, resume, {
    now: () => clock.now(),
    saved: (progress) => save((last = progress), false),
    signal,
    account: target.target.ref,
    options: chosenOptions(deps.ledger.db, target, part),
  });
  switch (result.state) {
    case 'ready':
      save(
        {
          ...(last ?? { nextOffset: media.bytes, altTextSet: true }),
          remoteId: result.media.remoteId,
          finalized: true,
          expiresAt: result.media.expiresAt,
        },
        true,
      );
      return result.media.remoteId;
    case 'processing':
      return {
        kind: 'later',
        at: result.askAt,
        code: 'media_processing',
        detail: 'The network is still processing the media.',
      };
    case 'failed':
      if (result.failure.code === 'media_invalid') forget(deps, part, media);
      return outcomeOf(result.failure, clock.now());
  }
}

function readUpload(
  deps: UploadDeps,
  part: PartRow,
  mediaId: string,
  altText: string,
): UploadRow | undefined {
  return deps.ledger.db
    .sql<UploadRow>(`SELECT remote_id AS remoteId, next_offset AS nextOffset, finalized, alt_text_set AS altTextSet, ready, expires_at AS expiresAt
      FROM upload WHERE account_id = :accountId AND media_id = :mediaId AND alt_text = :altText AND expires_at > :usableUntil`)
    .get({ accountId: part.accountId, mediaId, altText, usableUntil: deps.ports.clock.now() + marginMs });
}

function saveUpload(
  deps: UploadDeps,
  part: PartRow,
  media: { id: string; altText: string },
  progress: UploadProgress,
  ready: boolean,
): void {
  deps.ledger.db.write(() =>
    deps.ledger.db
      .sql(`INSERT OR REPLACE INTO upload (account_id, media_id, alt_text, remote_id, next_offset, finalized, alt_text_set, ready, expires_at)
        VALUES (:accountId, :mediaId, :altText, :remoteId, :nextOffset, :finalized, :altTextSet, :ready, :expiresAt)`)
      .run({
        accountId: part.accountId,
        mediaId: media.id,
        altText: media.altText,
        remoteId: progress.remoteId,
        nextOffset: progress.nextOffset,
        finalized: progress.finalized ? 1 : 0,
        altTextSet: progress.altTextSet ? 1 : 0,
        ready: ready ? 1 : 0,
        expiresAt: progress.expiresAt,
      }),
  );
}

function forget(deps: UploadDeps, part: PartRow, media: { id: string; altText: string }): void {
  deps.ledger.db.write(() =>
    deps.ledger.db
      .sql(`DELETE FROM upload WHERE account_id = :accountId AND media_id = :mediaId AND alt_text = :altText`)
      .run({ accountId: part.accountId, mediaId: media.id, altText: media.altText }),
  );
}
