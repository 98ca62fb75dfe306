import { OcmaError } from '../../shared/errors.ts';
import type { Words } from '../words.ts';

/** Why a file is not taken; the sentences are in the catalogue under `media.invalid`. */
export type MediaFault = 'empty' | 'tooLarge' | 'unsupported' | 'damaged' | 'noFile';

/** What the refusal's sentence is made with. */
export interface Refuse {
  readonly words: Words;
  readonly fileName: string;
}

export function mediaInvalid(
  { words, fileName }: Refuse,
  fault: MediaFault,
  params: Readonly<Record<string, string | number>> = {},
): OcmaError {
  const reason = words(`media.invalid.${fault}`, { ...params, fileName });
  return new OcmaError('media_invalid', { reason }, { details: { fault } });
}
