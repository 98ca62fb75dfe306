import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { EvaluationInputError } from '../../../engine/evaluation/input-error.ts';

/**
 * The text of a file to evaluate, unpacked where it is gzip, without a byte order mark.
 * @throws EvaluationInputError where there is no such file, or it is not text in UTF-8.
 */
export async function readEvaluated(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new EvaluationInputError(
      `The file ${file} cannot be read. Check its name and that you may read it.`,
    );
  });
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(packed ? await promisify(gunzip)(bytes) : bytes);
  } catch {
    throw new EvaluationInputError(
      packed
        ? `The file ${file} cannot be unpacked to text in UTF-8. Unpack it with gunzip and look at it.`
        : `The file ${file} is not text in UTF-8. Save it as UTF-8 and try again.`,
    );
  }
}
