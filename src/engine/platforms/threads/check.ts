import type { CheckedPart, PartProblem } from '../content.ts';
import type { Platform } from '../platform.ts';
import { checkMedia } from './check-media.ts';
import { checkText } from './check-text.ts';
import { topicLimit } from './limits.ts';
import { choicesOf } from './options.ts';
import type { Choices } from './options.ts';
import { problem } from './problems.ts';

/** What stands in the way of publishing these parts on Threads. Topic and link go with the first. */
export const check: Platform['check'] = (parts, _profile, setting) => {
  const choices = choicesOf(setting.options);
  const [first] = parts;
  return [
    ...parts.flatMap((checked, part) => [
      ...checkText(checked, part, part === 0 ? choices : none),
      ...checkMedia(checked.media, part, setting.hasMediaHost),
    ]),
    ...(first === undefined ? [] : checkChoices(first, choices)),
  ];
};

const none: Choices = { replyControl: 'everyone', topic: '', link: '' };

const checkChoices = ({ media }: CheckedPart, { topic, link }: Choices): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  if (topic !== '' && (topic.length > topicLimit || /[.&\n]/.test(topic)))
    problems.push(problem({ id: 'threads_topic', part: 0, params: { limit: topicLimit } }));
  if (link !== '' && !isWebAddress(link)) problems.push(problem({ id: 'threads_link_form', part: 0 }));
  if (link !== '' && media.length > 0)
    problems.push(problem({ id: 'threads_link_with_media', part: 0, severity: 'warning' }));
  return problems;
};

const isWebAddress = (link: string): boolean =>
  URL.canParse(link) && ['http:', 'https:'].includes(new URL(link).protocol);
