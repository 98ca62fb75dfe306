import { randomBytes } from 'node:crypto';

/** An upload whose bytes are still to come. */
export interface Upload {
  readonly urn: string;
  readonly owner: string;
  readonly kind: 'image' | 'video';
  /** The name of its file. */
  readonly file: string;
  /** How many bytes each part holds; one part for a picture. */
  readonly parts: readonly { readonly first: number; readonly last: number }[];
  /** The `ETag` of each part that came in. */
  readonly etags: Map<number, string>;
  readonly endsAt: number;
}

/** How long an upload's addresses are good for, in practice milliseconds. */
const addressLifeMs = 86_400_000;

/** Uploads that were begun. They live in memory: after a restart they are begun anew. */
export class Uploads {
  readonly #byFile = new Map<string, Upload>();

  /** A new upload. `size` in bytes cuts a video into parts of 4 MiB. */
  begin(owner: string, kind: Upload['kind'], size: number, now: number): Upload {
    const file = `${kind === 'image' ? 'C4E10AQ' : 'C5F10AQ'}${randomBytes(12).toString('base64url').replaceAll('-', 'x')}`;
    const length = kind === 'image' ? size : 4_194_304;
    const count = Math.max(1, Math.ceil(size / length));
    const upload: Upload = {
      urn: `urn:li:${kind}:${file}`,
      owner,
      kind,
      file,
      parts: Array.from({ length: count }, (_, index) => ({
        first: index * length,
        last: Math.min(size, (index + 1) * length) - 1,
      })),
      etags: new Map(),
      endsAt: now + addressLifeMs,
    };
    this.#byFile.set(file, upload);
    return upload;
  }

  /** An upload that can still take bytes. */
  find(file: string, now: number): Upload | undefined {
    const upload = this.#byFile.get(file);
    return upload !== undefined && now < upload.endsAt ? upload : undefined;
  }

  done(file: string): void {
    this.#byFile.delete(file);
  }
}
