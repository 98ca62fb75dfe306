import type { AssistTask, AssistVersion } from '../../../../shared/models/assist.ts';
import type { Words } from '../../../words.ts';
import { withOptions, withTexts } from '../draft.ts';
import type { Draft, DraftPart } from '../draft.ts';

/** Where one part of a thread ends and the next begins. */
const betweenParts = '\n\n———\n\n';

/** Where a network keeps the title of a post. */
export const titleOption = 'title';

/** What the task would change, as it stands in the draft; the parts of a thread are told apart by a line. */
export function textBefore(draft: Draft, platform: string, task: AssistTask): string {
  if (task.kind === 'title') {
    const value = draft.options[platform]?.[titleOption];
    return typeof value === 'string' ? value : '';
  }
  if (task.kind === 'alt_text') {
    const media = draft.parts.flatMap((part) => part.media);
    return media.find(({ id }) => id === task.mediaId)?.altText ?? '';
  }
  return draft.parts.map(({ text }) => text).join(betweenParts);
}

/** What would stand there instead. */
export const textAfter = (version: AssistVersion, task: AssistTask): string =>
  task.kind === 'title' || task.kind === 'alt_text' ? version.text : partsOf(version).join(betweenParts);

/** The version as the parts of a post. */
export const partsOf = ({ text, parts }: AssistVersion): readonly string[] =>
  parts.length > 0 ? parts : [text];

/** The draft with the version in place of what the task was about. */
export function withVersion(draft: Draft, platform: string, task: AssistTask, version: AssistVersion): Draft {
  if (task.kind === 'title')
    return withOptions(draft, platform, { ...draft.options[platform], [titleOption]: version.text });
  if (task.kind === 'alt_text') {
    const described = (part: DraftPart): DraftPart => ({
      ...part,
      media: part.media.map((one) => (one.id === task.mediaId ? { ...one, altText: version.text } : one)),
    });
    return { ...draft, parts: draft.parts.map(described) };
  }
  return withTexts(draft, partsOf(version));
}

/** What was done when a version was taken, in words. */
export const appliedWords = ({ kind }: AssistTask, t: Words): string =>
  t(`assist.applied.${kind === 'hashtags' || kind === 'title' || kind === 'alt_text' ? kind : 'text'}`);
