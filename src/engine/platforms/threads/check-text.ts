import type { MeasurementRange } from '../../../shared/models/measurement.ts';
import type { CheckedPart, PartProblem } from '../content.ts';
import { entitiesOf } from '../meta/entities.ts';
import { mostLinks } from './limits.ts';
import { measure } from './measure.ts';
import type { Choices } from './options.ts';
import { problem } from './problems.ts';

/** The rules for one part's text, with what was chosen for it. */
export const checkText = (
  { text, media }: CheckedPart,
  part: number,
  choices: Choices,
): readonly PartProblem[] => {
  const { length, limit, entities, ranges = [] } = measure(text);
  const first = (reason: MeasurementRange['reason']): PartProblem['range'] => {
    const range = ranges.find((range) => range.reason === reason);
    return range === undefined ? null : { start: range.start, end: range.end };
  };
  const problems: PartProblem[] = [];
  if (text.trim() === '' && media.length === 0) problems.push(problem({ id: 'threads_empty', part }));
  if (length > limit) {
    const params = { length, limit, over: length - limit };
    problems.push(problem({ id: 'threads_too_long', part, params, range: first('over_limit') }));
  }
  if (ranges.some(({ reason }) => reason === 'not_allowed'))
    problems.push(problem({ id: 'threads_character', part, range: first('not_allowed') }));
  const links = new Set([...entities.urls, ...(choices.link === '' ? [] : [choices.link])]);
  if (links.size > mostLinks)
    problems.push(
      problem({ id: 'threads_too_many_links', part, params: { count: links.size, limit: mostLinks } }),
    );
  return [...problems, ...topicProblems(text, part, choices)];
};

const topicProblems = (text: string, part: number, { topic }: Choices): readonly PartProblem[] => {
  const hashtags = entitiesOf(text).filter(({ kind }) => kind === 'hashtag');
  const plain = topic === '' ? hashtags[1] : hashtags[0];
  if (plain === undefined) return [];
  const range = { start: plain.start, end: plain.end };
  return [
    topic === ''
      ? problem({
          id: 'threads_one_topic',
          part,
          severity: 'warning',
          params: { count: hashtags.length - 1 },
          range,
        })
      : problem({ id: 'threads_topic_twice', part, severity: 'info', range }),
  ];
};
