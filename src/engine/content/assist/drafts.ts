import type { AssistEvent, AssistVersion } from '../../../shared/models/assist.ts';
import { partialJson } from '../model/partial-json.ts';
import { textsSoFar } from './answer-shapes.ts';

/** Letters that must have come since the last draft; more for long answers, which would be read again and again. */
const fewestNew = 24;
const shareNew = 32;

/** Tells what an answer holds while it comes in, after the versions that are good already. Nobody has checked it. */
export function draftListener(
  known: readonly AssistVersion[],
  emit: (event: AssistEvent) => void,
): (whole: string) => void {
  let read = 0;
  let told = '';
  return (whole) => {
    if (whole.length - read < Math.max(fewestNew, whole.length / shareNew)) return;
    read = whole.length;
    const texts = [...known.map(({ text }) => text), ...textsSoFar(partialJson(whole))];
    const now = texts.join('\0');
    if (texts.length === 0 || now === told) return;
    told = now;
    emit({ kind: 'draft', texts });
  };
}
