import { isAbsolute } from 'node:path';
import { isOcmaError } from '../../../shared/errors.ts';
import type { MediaId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { MediaFacts } from '../../platforms/content.ts';
import type { ImportDeps, LibraryFile } from '../import-deps.ts';
import { itemsOf } from './list-cell.ts';
import type { Remarks } from './remark.ts';

/** A picture or video of a row: in the library, or a file of this machine that is taken in when the row is imported. */
export interface RowMedia {
  readonly source:
    | { readonly kind: 'library'; readonly id: MediaId }
    | { readonly kind: 'file'; readonly path: string };
  readonly facts: MediaFacts;
}

/** A file of the library, by what a row may call it. */
export interface LibraryEntry extends LibraryFile {
  readonly id: MediaId;
  readonly fileName: string;
  readonly altText: string;
}

/** The workspace's library, the newest first. */
export function readLibrary(db: Database, workspaceId: WorkspaceId): LibraryEntry[] {
  return db
    .sql<LibraryEntry>(
      `SELECT id, file_name AS fileName, kind, mime_type AS mimeType, bytes, width, height, alt_text AS altText
       FROM media WHERE workspace_id = :workspaceId ORDER BY created_at DESC, id DESC`,
    )
    .all({ workspaceId });
}

/**
 * The media of a row, by id or name in the library (of one name the newest), or by an absolute path. Alt texts stand in
 * the same order; without one the library's own counts.
 */
export async function mediaOf(
  cells: { readonly media: string; readonly altText: string },
  library: readonly LibraryEntry[],
  inspectFile: ImportDeps['inspectFile'],
  remarks: Remarks,
): Promise<RowMedia[]> {
  const names = itemsOf(cells.media);
  const altTexts = altTextsOf(cells.altText, names.length);
  if (altTexts.length > names.length) {
    remarks.problem('tooManyAltTexts', 'alt text', { altTexts: altTexts.length, files: names.length });
  }
  const found: RowMedia[] = [];
  for (const [position, name] of names.entries()) {
    const one = await find(name, library, inspectFile, remarks);
    const altText = altTexts[position];
    if (one !== null) found.push(altText ? { ...one, facts: { ...one.facts, altText } } : one);
  }
  return found;
}

/** One file: the whole cell is its alt text, whatever it contains. Several: separated by bars. */
function altTextsOf(cell: string, files: number): string[] {
  if (cell === '') return [];
  return files === 1 ? [cell] : cell.split('|').map((text) => text.trim());
}

async function find(
  name: string,
  library: readonly LibraryEntry[],
  inspectFile: ImportDeps['inspectFile'],
  remarks: Remarks,
): Promise<RowMedia | null> {
  const entry =
    library.find(({ id }) => id === name) ??
    library.find(({ fileName }) => fileName.toLowerCase() === name.toLowerCase());
  if (entry !== undefined) return { source: { kind: 'library', id: entry.id }, facts: entry };
  if (!isAbsolute(name)) {
    remarks.problem('unknownMedia', 'media', { name });
    return null;
  }
  try {
    return { source: { kind: 'file', path: name }, facts: { ...(await inspectFile(name)), altText: '' } };
  } catch (error) {
    if (!isOcmaError(error) || error.code !== 'media_invalid') throw error;
    remarks.problem('badFile', 'media', { reason: String(error.params['reason'] ?? name) });
    return null;
  }
}
