import type { Failure } from '../../http/call.ts';
import type { Hosted } from '../../ports.ts';
import type { UploadSource } from '../../platforms/publishing.ts';
import { enqueueForInstallation } from '../../queue/installation-job.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import type { PublishDeps } from './publish-deps.ts';

/** An address that ends sooner than this is made anew, in milliseconds. */
const usableMs = 60 * 60_000;
/** When what lies there is first looked through, in milliseconds after it was put there. */
const firstClearMs = 60 * 60_000;

export const clearHostedKind = 'posts.clear_hosted';

type HostDeps = Pick<PublishDeps, 'ledger' | 'mediaHostOf' | 'ports'>;

interface Row {
  readonly key: string;
  readonly url: string | null;
  readonly expiresAt: number | null;
}

/**
 * Puts one of a part's media where its network can fetch it, once, and answers its address. The row is written before the
 * bytes leave, so that whatever ends the app nothing is left there unknown.
 */
export async function hostMedium(
  deps: HostDeps,
  part: PartRow,
  source: Omit<UploadSource, 'publicUrl'> & { readonly id: string },
): Promise<{ ok: true; url: string } | { ok: false; failure: Failure } | null> {
  const host = deps.mediaHostOf(part.workspaceId);
  if (host === null) return null;
  const { db, clock, newId } = deps.ledger;
  const now = clock.now();
  const named = { partId: part.id, mediaId: source.id, place: host.place };
  const known = db
    .sql<Row>(
      `SELECT key, url, expires_at AS expiresAt FROM hosted_media WHERE part_id = :partId AND media_id = :mediaId AND place = :place`,
    )
    .get(named);
  if (known !== undefined && known.url !== null && (known.expiresAt ?? 0) > now + usableMs)
    return { ok: true, url: known.url };
  const key = known?.key ?? `${newId('file')}${endingOf(source.fileName)}`;
  if (known === undefined) {
    db.write(() => {
      db.sql(`INSERT INTO hosted_media (key, workspace_id, part_id, media_id, place, put_at)
        VALUES (:key, :workspaceId, :partId, :mediaId, :place, :now)`).run({
        ...named,
        key,
        workspaceId: part.workspaceId,
        now,
      });
      enqueueForInstallation(
        { ...deps.ledger, ports: deps.ports, wake: () => {} },
        { kind: clearHostedKind, runAt: now + firstClearMs, ifWaiting: 'keep_earlier' },
      );
    });
  }
  if (known === undefined || known.url === null) {
    const put = await host.put(key, source);
    if (!put.ok) return { ok: false, failure: failureOf(put) };
  }
  const address = await host.address(key);
  if (!address.ok) return { ok: false, failure: failureOf(address) };
  const { url, expiresAt } = address;
  db.write(() =>
    db
      .sql(`UPDATE hosted_media SET url = :url, expires_at = :expiresAt WHERE key = :key`)
      .run({ key, url, expiresAt }),
  );
  return { ok: true, url };
}

/** Networks read the kind of a file from its name, too. */
function endingOf(fileName: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}

function failureOf(answer: Extract<Hosted<object>, { ok: false }>): Failure {
  const facts = { reach: 'not_sent', retryAt: null, status: null, detail: answer.detail } as const;
  switch (answer.why) {
    case 'denied':
      return {
        ...facts,
        code: 'media_invalid',
        detail: `The place for media refused the file (${answer.detail}). Try it under Settings.`,
      };
    case 'locked':
      return { ...facts, code: 'vault_locked' };
    case 'unreachable':
      return { ...facts, code: 'unavailable' };
  }
}
