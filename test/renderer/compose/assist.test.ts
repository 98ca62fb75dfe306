import { describe, expect, test } from 'vitest';
import type { AssistTask, AssistVersion } from '../../../src/shared/models/assist.ts';
import { mediaId } from '../../../src/shared/models/ids.ts';
import {
  firstForm,
  isTestable,
  offeredTasks,
  takesKeyphrase,
  takesTopics,
  taskOf,
} from '../../../src/renderer/screens/compose/assist/form.ts';
import {
  textAfter,
  textBefore,
  withVersion,
} from '../../../src/renderer/screens/compose/assist/taken-version.ts';
import { afterEvent } from '../../../src/renderer/screens/compose/assist/use-assist-run.ts';
import type { Draft } from '../../../src/renderer/screens/compose/draft.ts';

const loaf = mediaId.parse('med_loaf');
const shelf = mediaId.parse('med_shelf');

const draft: Draft = {
  parts: [
    {
      key: 'a',
      text: 'Our new sourdough',
      media: [
        { id: loaf, altText: 'A loaf' },
        { id: shelf, altText: '' },
      ],
    },
    { key: 'b', text: 'It keeps for five days', media: [] },
  ],
  accountIds: [],
  labels: [],
  options: { youtube: { title: 'Bread', visibility: 'public' } },
};

const version = (text: string, ...parts: string[]): AssistVersion => ({
  text,
  parts,
  why: '',
  tone: null,
  hook: null,
  measurement: null,
});

describe('what may be asked', () => {
  test('titles only where the network has them, threads where it has those, pictures where there are some', () => {
    expect(offeredTasks({ titled: false, threads: false, pictures: 0 })).toEqual([
      'rewrite',
      'shorten',
      'hashtags',
      'translate',
    ]);
    expect(offeredTasks({ titled: true, threads: true, pictures: 1 })).toEqual([
      'rewrite',
      'shorten',
      'thread',
      'hashtags',
      'title',
      'description',
      'translate',
      'alt_text',
    ]);
  });

  test('what is lacking is named instead of asked about', () => {
    const form = firstForm(null);
    const empty: Draft = { ...draft, parts: [{ key: 'a', text: ' \n', media: [] }] };
    expect(taskOf(form, empty)).toEqual({ missing: 'text' });
    expect(taskOf({ ...form, kind: 'translate' }, draft)).toEqual({ missing: 'language' });
    expect(taskOf({ ...form, kind: 'alt_text', mediaId: mediaId.parse('med_gone') }, draft)).toEqual({
      missing: 'picture',
    });
  });

  test('only what the task knows goes along', () => {
    const form = { ...firstForm(null), tones: ['bold'], language: 'de', versions: 3 } as const;
    expect(taskOf(form, draft)).toEqual({
      task: { kind: 'rewrite', goal: 'clarity', tones: ['bold'], hooks: [], versions: 3 },
    });
    expect(taskOf({ ...form, kind: 'shorten' }, draft)).toEqual({ task: { kind: 'shorten', versions: 3 } });
    expect(taskOf({ ...form, kind: 'translate' }, draft)).toEqual({
      task: { kind: 'translate', language: 'de' },
    });
    expect(taskOf({ ...form, kind: 'hashtags' }, draft)).toEqual({ task: { kind: 'hashtags' } });
  });

  test('what is no text of the post is not tested as one, and topics are offered where they are used', () => {
    const every = offeredTasks({ titled: true, threads: true, pictures: 1 });
    expect(every.filter((kind) => !isTestable(kind))).toEqual(['title', 'alt_text']);
    expect(every.filter(takesTopics)).toEqual(['rewrite', 'hashtags']);
    expect(every.filter((kind) => !takesKeyphrase(kind))).toEqual(['translate', 'alt_text']);
  });

  test('a picture opened from its tile is the one that is described', () => {
    expect(taskOf(firstForm(shelf), draft)).toEqual({ task: { kind: 'alt_text', mediaId: shelf } });
  });
});

describe('a version that is taken', () => {
  test('of a text takes the place of all parts, and pictures stay', () => {
    const after = withVersion(draft, 'x', { kind: 'thread' }, version('one two', 'one', 'two'));
    expect(after.parts.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(after.parts[0]?.media).toEqual(draft.parts[0]?.media);
    expect(textAfter(version('one two', 'one', 'two'), { kind: 'thread' })).toBe(
      textBefore(after, 'x', { kind: 'thread' }),
    );
    expect(textAfter(version('one two', 'one', 'two'), { kind: 'thread' })).not.toBe(
      textAfter(version('one two', 'one\n\ntwo'), { kind: 'thread' }),
    );
  });

  test('of a title changes the title of that network and nothing else', () => {
    const task: AssistTask = { kind: 'title', versions: 3 };
    const after = withVersion(draft, 'youtube', task, version('Sourdough in five days'));
    expect(after.options).toEqual({ youtube: { title: 'Sourdough in five days', visibility: 'public' } });
    expect(after.parts).toBe(draft.parts);
    expect(textBefore(draft, 'youtube', task)).toBe('Bread');
  });

  test('of a description changes that picture and no other', () => {
    const task: AssistTask = { kind: 'alt_text', mediaId: shelf };
    const after = withVersion(draft, 'x', task, version('Loaves on a shelf'));
    expect(after.parts[0]?.media).toEqual([
      { id: loaf, altText: 'A loaf' },
      { id: shelf, altText: 'Loaves on a shelf' },
    ]);
    expect(after.parts.map(({ text }) => text)).toEqual(draft.parts.map(({ text }) => text));
  });
});

test('texts on their way are told apart from an answer', () => {
  const asked = {
    request: { content: 'Our new sourdough', platform: 'x', task: { kind: 'thread' } },
    before: 'Our new sourdough',
  } as const;
  const begun = { kind: 'running', asked, source: null, drafts: [], faults: null } as const;
  const coming = afterEvent(begun, { kind: 'draft', texts: ['Our ne'] });
  expect(coming).toEqual({ ...begun, drafts: ['Our ne'] });
  const answer = {
    source: 'model',
    versions: [version('Our new sourdough, at last')],
    rejected: [],
    note: null,
    usage: null,
    failure: null,
    cached: false,
  } as const;
  const done = afterEvent(begun, {
    kind: 'done',
    answer: { ...answer, rejected: [], versions: [...answer.versions] },
  });
  expect(done).toMatchObject({ kind: 'done', asked, answer });
});
