/** A chosen table: its name and its text, or why it cannot be taken. */
export type ReadFile =
  | { readonly ok: true; readonly fileName: string; readonly csv: string }
  | { readonly ok: false; readonly reason: 'too_large' | 'not_text' | 'empty' };

/** The most characters the contract takes. */
export const largestFile = 20_000_000;

/** Reads a dropped or chosen file as UTF-8; a file in another encoding is refused rather than garbled. */
export async function readCsvFile(file: File): Promise<ReadFile> {
  if (file.size > largestFile) return { ok: false, reason: 'too_large' };
  const bytes = await file.arrayBuffer();
  try {
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (csv.trim() === '') return { ok: false, reason: 'empty' };
    if (csv.includes('\u0000')) return { ok: false, reason: 'not_text' };
    return { ok: true, fileName: file.name, csv };
  } catch {
    return { ok: false, reason: 'not_text' };
  }
}
