import type { Reminder } from '../../../shared/contract/queue.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { OptionField, OptionValue } from '../../../shared/models/publish-option.ts';
import type { Caller } from '../../feature.ts';
import { fieldsOf } from '../../platforms/options/fields.ts';
import { mediaOf, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { chosenOptions } from '../publish/destination.ts';
import { findTarget } from '../publish/target.ts';

/** What a user needs to publish a post by hand: words, files, choices, and where the network's own page for it is. */
export function readyToPaste(deps: PostsDeps, caller: Caller, row: DeliveryRow): Reminder {
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  if (target === undefined) throw new OcmaError('not_found', { what: 'account' });
  const platform = deps.platformOf(target.platform);
  const parts = partsOf(deps.db, caller.workspaceId, row.id);
  const chosen = chosenOptions(
    deps.db,
    { platform, target },
    { workspaceId: row.workspaceId, deliveryId: row.id },
  );
  const fields = fieldsOf(platform, target.profile);
  return {
    parts: parts.map((part) => ({ text: part.text, media: filesOf(deps, part) })),
    options: fields.flatMap((field) => {
      const value = chosen[field.id];
      return value === undefined ? [] : [{ label: field.label, value: inWords(deps, field, value) }];
    }),
    composerUrl: platform.composerUrl?.(target.ref, parts[0]?.text ?? '') ?? null,
  };
}

function filesOf(deps: PostsDeps, part: PartRow): Reminder['parts'][number]['media'] {
  return mediaOf(part).flatMap(({ id, altText }) => {
    const row = deps.db
      .sql<{ sha256: string; fileName: string }>(
        `SELECT sha256, file_name AS fileName FROM media WHERE workspace_id = :workspaceId AND id = :id`,
      )
      .get({ workspaceId: part.workspaceId, id });
    if (row === undefined) return [];
    const { sha256, fileName } = row;
    return [{ id, fileName, altText, path: deps.mediaFile(sha256), url: `/media/${id}` }];
  });
}

function inWords({ words }: PostsDeps, field: OptionField, value: OptionValue): string {
  if (typeof value === 'boolean') return words(`history.chosen.${value ? 'yes' : 'no'}`);
  if (Array.isArray(value)) return value.join(', ');
  if (field.kind !== 'choice') return value;
  return field.choices.find((choice) => choice.value === value)?.label ?? value;
}
