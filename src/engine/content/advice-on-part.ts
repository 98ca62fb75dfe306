import type { SuggestionEdit } from '../../shared/models/suggestion.ts';
import { dollars } from '../money.ts';
import { brokenHashtagsIn } from './broken-hashtags.ts';
import { shoutedWords } from './capitals.ts';
import type { Assessment } from './assessment.ts';
import { withoutEmojiRuns } from './emoji-runs.ts';
import { camelCased, relevanceOf } from './hashtags.ts';
import { costOf } from './platform-fit.ts';
import type { Advice } from './advice.ts';
import {
  withHashtag,
  withOpeningApart,
  withoutExclamationRows,
  withoutHashtag,
  withoutLink,
  withoutRefused,
  withoutShouting,
} from './text-edits.ts';
import { splitIntoThread } from './thread.ts';

type Part = { readonly assessment: Assessment; readonly index: number; readonly text: string };

const replacement = ({ index, text }: Part, after: string) =>
  ({ kind: 'replace_text', part: index, before: text, text: after }) as const;

const measurementOf = ({ assessment, index, text }: Part) =>
  assessment.draft.measurements[index] ?? assessment.draft.input.rules.measure(text);

const onLength = (part: Part): readonly Advice[] => {
  const { rules } = part.assessment.draft.input;
  const { length, limit } = measurementOf(part);
  if (length <= limit) return [];
  const params = { over: length - limit, limit };
  const parts = splitIntoThread(part.text, rules);
  const common = { subject: String(part.index), severity: 'error', points: 30 } as const;
  if (parts === null) return [{ ...common, kind: 'shorten', params }];
  const edit: SuggestionEdit = {
    kind: 'split_into_thread',
    part: part.index,
    before: part.text,
    parts: [...parts],
  };
  return [{ ...common, kind: 'split_into_thread', params: { ...params, parts: parts.length }, edit }];
};

const onRefusedText = (part: Part): readonly Advice[] => {
  const { name } = part.assessment.draft.input.rules;
  const measurement = measurementOf(part);
  const ranges = measurement.ranges ?? [];
  const subject = String(part.index);
  const surplus = ranges
    .filter(({ reason }) => reason === 'too_many')
    .map(({ start, end }) => part.text.slice(start, end));
  const cleaned = withoutRefused(part.text, measurement);
  return [
    ...(cleaned !== part.text
      ? [
          {
            kind: 'remove_refused',
            subject,
            severity: 'error',
            points: 30,
            params: { network: name },
            edit: replacement(part, cleaned),
          } as const,
        ]
      : []),
    ...(surplus.length > 0
      ? [
          {
            kind: 'fewer_entities',
            subject,
            severity: 'error',
            points: 30,
            params: { network: name, entities: surplus.join(', ') },
          } as const,
        ]
      : []),
  ];
};

const onLink = (part: Part): readonly Advice[] => {
  const { input, measurements } = part.assessment.draft;
  const { links, threads, name } = input.rules;
  if (part.index !== 0 || !links.penalised || !threads || input.parts.length > 1) return [];
  const moved = withoutLink(part.text, measurementOf(part));
  if (moved === null) return [];
  const edit = {
    kind: 'move_link_to_reply',
    part: part.index,
    before: part.text,
    text: moved.text,
    reply: moved.link,
  } as const;
  const before = costOf(measurements, input);
  const after = costOf([input.rules.measure(moved.text), input.rules.measure(moved.link)], input);
  const common = { subject: '', severity: 'hint', points: 3, edit } as const;
  if (before === null || after === null) return [{ ...common, kind: 'move_link', params: { network: name } }];
  const params = { network: name, before: dollars(before), after: dollars(after) };
  return [{ ...common, kind: 'move_link_costs', params }];
};

/** Beyond this a row of hashtags is no post, and taking them out one by one would take long. */
const mostDropped = 50;

const onHashtags = (part: Part): readonly Advice[] => {
  const { draft } = part.assessment;
  const { max } = draft.input.rules.hashtags;
  const tags = measurementOf(part).entities.hashtags;
  const cased = [...new Set(tags)].flatMap((tag): readonly Advice[] => {
    const better = camelCased(tag, draft.lowerWords);
    if (better === null) return [];
    const edit = replacement(part, withHashtag(part.text, tag, better));
    return [
      { kind: 'camel_case', subject: tag, severity: 'hint', points: 1, params: { tag, cased: better }, edit },
    ];
  });
  if (tags.length <= max || tags.length > max + mostDropped) return cased;
  const surplus = tags
    .map((tag, place) => ({ tag, place, relevance: relevanceOf(tag, draft) }))
    .sort((a, b) => a.relevance - b.relevance || b.place - a.place)
    .slice(0, tags.length - max)
    .map(({ tag }) => tag);
  const text = surplus.reduce(withoutHashtag, part.text);
  const params = { max, tags: surplus.join(', ') };
  const drop = {
    kind: 'drop_hashtags',
    subject: String(part.index),
    severity: 'warning',
    points: 3,
    params,
    edit: replacement(part, text),
  } as const;
  return [drop, ...cased];
};

const onBrokenHashtags = (part: Part): readonly Advice[] =>
  part.assessment.draft.input.rules.hashtags.max === 0
    ? []
    : brokenHashtagsIn(part.text).map(({ found, better }) => ({
        kind: 'mend_hashtag',
        subject: found,
        severity: 'warning',
        points: 2,
        params: { tag: found, better },
        edit: replacement(part, part.text.replaceAll(found, better)),
      }));

const onTone = (part: Part): readonly Advice[] => {
  const calm = withoutShouting(part.text, measurementOf(part));
  const quiet = withoutExclamationRows(part.text);
  const subject = String(part.index);
  return [
    ...(shoutedWords(part.text) > 0 && calm !== part.text
      ? [
          {
            kind: 'calm_capitals',
            subject,
            severity: 'warning',
            points: 3,
            params: {},
            edit: replacement(part, calm),
          } as const,
        ]
      : []),
    ...(quiet !== part.text
      ? [
          {
            kind: 'calm_exclamations',
            subject,
            severity: 'hint',
            points: 2,
            params: {},
            edit: replacement(part, quiet),
          } as const,
        ]
      : []),
  ];
};

const onEmojiRuns = (part: Part): readonly Advice[] => {
  const text = withoutEmojiRuns(part.text);
  if (text === part.text) return [];
  return [
    {
      kind: 'shorten_emoji_runs',
      subject: String(part.index),
      severity: 'warning',
      points: 2,
      params: {},
      edit: replacement(part, text),
    },
  ];
};

const onLines = (part: Part): readonly Advice[] => {
  const apart = withOpeningApart(part.text);
  const wall = part.assessment.structure.reasons.some(({ id }) => id === 'wall_of_text');
  const fits = part.assessment.draft.input.rules.measure(apart).valid || !measurementOf(part).valid;
  if (!wall || apart === part.text || !fits || part.text.includes('\n')) return [];
  return [
    {
      kind: 'break_lines',
      subject: String(part.index),
      severity: 'hint',
      points: 2,
      params: {},
      edit: replacement(part, apart),
    },
  ];
};

/** What could be better in one part, with its edits. */
export const adviceOnPart = (assessment: Assessment, index: number): readonly Advice[] => {
  const part = { assessment, index, text: assessment.draft.input.parts[index] ?? '' };
  return [
    ...onLength(part),
    ...onRefusedText(part),
    ...onLink(part),
    ...onHashtags(part),
    ...onBrokenHashtags(part),
    ...onTone(part),
    ...onEmojiRuns(part),
    ...onLines(part),
  ];
};
