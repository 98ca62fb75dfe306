import type { Measurement, MeasurementRange } from '../../../shared/models/measurement.ts';
import type { CheckedPart, PartProblem } from '../content.ts';
import { problem } from './problems.ts';

/** The rules for one part's text, given its measurement. */
export const checkText = (
  { text, media }: CheckedPart,
  part: number,
  measurement: Measurement,
): readonly PartProblem[] => {
  const { length, limit, entities, ranges = [] } = measurement;
  const first = (reason: MeasurementRange['reason']): PartProblem['range'] => {
    const range = ranges.find((range) => range.reason === reason);
    return range === undefined ? null : { start: range.start, end: range.end };
  };
  const problems: PartProblem[] = [];
  if (text.trim() === '' && media.length === 0) {
    problems.push(problem({ id: 'x_empty', part, severity: 'error' }));
  }
  if (length > limit) {
    const params = { length, limit, over: length - limit };
    problems.push(problem({ id: 'x_too_long', part, severity: 'error', params, range: first('over_limit') }));
  }
  if (ranges.some(({ reason }) => reason === 'not_allowed')) {
    problems.push(problem({ id: 'x_character', part, severity: 'error', range: first('not_allowed') }));
  }
  if (ranges.some(({ reason }) => reason === 'too_many')) {
    const params = { count: entities.cashtags.length };
    problems.push(problem({ id: 'x_cashtags', part, severity: 'error', params, range: first('too_many') }));
  }
  const mention = /^\s*([@＠]\w{1,15})\b/.exec(text);
  if (part === 0 && mention?.[1] !== undefined) {
    const end = mention[0].length;
    const range = { start: end - mention[1].length, end };
    const params = { mention: mention[1] };
    problems.push(problem({ id: 'x_starts_with_mention', part, severity: 'warning', params, range }));
  }
  return problems;
};
