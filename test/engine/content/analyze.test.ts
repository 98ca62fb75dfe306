import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer, postsNeeded } from '../../../src/engine/content/analyze.ts';
import { type ContentInput, noHistory } from '../../../src/engine/content/content-input.ts';
import { wordRowsOf } from '../../../src/engine/content/own-duplicate.ts';
import { type Analysis, analysisSchema } from '../../../src/shared/models/analysis.ts';
import type { Reason } from '../../../src/shared/models/reason.ts';
import { applyEdit, type Suggestion } from '../../../src/shared/models/suggestion.ts';
import { plainRules } from './support/plain-rules.ts';

const analyze = createAnalyzer();

const inputOf = (text: string, changes: Partial<ContentInput> = {}): ContentInput => ({
  parts: [text],
  rules: plainRules(),
  media: [],
  history: noHistory,
  ...changes,
});

const analysisOf = (text: string, changes: Partial<ContentInput> = {}): Analysis =>
  analyze(inputOf(text, changes));

const suggestionOf = (
  text: string,
  kind: string,
  changes: Partial<ContentInput> = {},
): Suggestion | undefined =>
  analysisOf(text, changes).suggestions.find((suggestion) => suggestion.kind === kind);

const afterEdit = (text: string, kind: string): readonly string[] => {
  const edit = suggestionOf(text, kind)?.edit;
  if (edit === undefined) throw new Error(`no edit of kind ${kind}`);
  const result = applyEdit([text], edit);
  return result.applied ? result.parts : [];
};

const sumOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { effect }) => sum + effect, 0);

describe('analyze', () => {
  it('holds the whole shape, and its scores are the sums of their reasons', () => {
    const texts = [
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            '#OceanDay',
            '#sea',
            'BUY NOW TODAY',
            'https://e.example/a?b',
            '$ABC',
            '@me',
            'Why?',
            'great',
            '\ud83d',
            '\0',
            '\n',
            '!!!',
          ),
        )
        .map((items) => items.join(' ')),
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(...texts), { minLength: 1, maxLength: 3 }), (parts) => {
        const analysis = analysisSchema.parse(analysisOf('', { parts }));
        for (const scored of [analysis, analysis.seo, analysis.structure, analysis.platformFit]) {
          expect(Math.abs(scored.score - sumOf(scored.reasons))).toBeLessThanOrEqual(0.6);
        }
        const edits = analysis.suggestions.flatMap(({ edit }) => (edit === undefined ? [] : [edit]));
        expect(edits.every((edit) => applyEdit(parts, edit).applied)).toBe(true);
        const threads = edits.flatMap((edit) => (edit.kind === 'split_into_thread' ? edit.parts : []));
        expect(threads.every((part) => plainRules().measure(part).valid)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('fills every sentence', () => {
    const words = JSON.stringify(
      analysisOf('BUY IT NOW!!! So great #oceanday #ocean #day https://e.example/a'),
    );
    expect(words).not.toContain('{{');
    expect(words).not.toContain('undefined');
  });

  it('mends hashtags that a network would cut off or not link', () => {
    expect(afterEdit("We love it #don't and more", 'mend_hashtag')).toEqual(['We love it #dont and more']);
    expect(afterEdit('Join the #R&D team', 'mend_hashtag')).toEqual(['Join the #RD team']);
    expect(afterEdit('Plans for #2027 now', 'mend_hashtag')).toEqual(['Plans for 2027 now']);
    for (const fine of [
      'We are #1 again',
      'See issue #12',
      'A #GoodTag. And',
      'https://e.example/#a-b',
      '#2027Goals',
    ]) {
      expect(suggestionOf(fine, 'mend_hashtag')).toBeUndefined();
    }
  });

  it('names what moved the mood', () => {
    const { sentiment } = analysisOf('I love this happy place, but the queue was horrible.');
    expect(sentiment.drivers.map(({ term }) => term).sort()).toEqual(['I love', 'happy', 'horrible']);
    expect(analysisOf('A great day').sentiment.label).toBe('positive');
  });

  it('leaves mood and ease of reading out where the text is not English, and says so', () => {
    const { sentiment, readability, score } = analysisOf(
      'Hoy presentamos nuestra nueva colección para el verano',
    );
    expect([sentiment.compound, sentiment.label, readability.fleschReadingEase]).toEqual([null, null, null]);
    expect([sentiment.note?.id, readability.note?.id]).toEqual(['not_english', 'not_english']);
    expect(score).toBeGreaterThan(0);
  });

  it.each([
    'https://bakery.example/sourdough',
    'HTTPS://Bakery.example',
    'www.bakery.example/sourdough',
    'bakery.example/sourdough?from=post',
    'ftp://bakery.example',
  ])('reads %s as an address even where the network does not', (address) => {
    const measure = (text: string) => {
      const measured = plainRules().measure(text);
      return { ...measured, entities: { ...measured.entities, urls: [] } };
    };
    const rules = plainRules({ measure });
    const text = (between: string) =>
      `Our bread has salted butter${between}. It is baked at four, and/or at 3.5/5 of the price.`;
    const [withAddress, without] = [text(` ${address}`), text('')].map((one) => analysisOf(one, { rules }));
    expect(withAddress?.readability.counts).toEqual(without?.readability.counts);
    expect(withAddress?.seo.keyphrases).toEqual(without?.seo.keyphrases);
    expect(withAddress?.sentiment).toEqual(without?.sentiment);
    expect(without?.seo.keyphrases.map(({ phrase }) => phrase)).toContain('salted butter');
  });

  it('names the own post that a draft repeats, whatever stands around it, and only such a one', () => {
    const old = 'Our rye bread comes out of the oven at seven, warm and dark, until it is gone';
    const recent = (text: string, daysAgo = 3) => ({ text, daysAgo, rows: wordRowsOf(text) });
    const history = {
      ...noHistory,
      recent: [recent('We bake at night, for those who rise early in town'), recent(old)],
    };
    const again = `${old}!! https://bakery.example/rye #bread`;
    const { platformFit, suggestions } = analysisOf(again, { history });
    expect(platformFit.reasons.find(({ id }) => id === 'repeats_own')?.text).toBe(
      'It says nearly what your post of 3 days ago says: Our rye bread comes out of the oven at seven, warm and dark,…',
    );
    expect(suggestions.find(({ kind }) => kind === 'say_it_anew')?.gain).toBe(7);
    const today = analysisOf(again, { history: { ...noHistory, recent: [recent(old, 0)] } });
    expect(today.platformFit.reasons.map(({ id }) => id)).toContain('repeats_own_today');
    for (const other of ['Our rye bread is sold out, and so are the rolls of this morning', 'Good morning']) {
      const { reasons } = analysisOf(other, {
        history: { ...noHistory, recent: [recent(old), recent('Good morning')] },
      }).platformFit;
      expect(reasons.map(({ id }) => id)).not.toContain('repeats_own');
    }
  });

  it('keeps one emoji of a long row, and leaves short rows and flags alone', () => {
    expect(afterEdit('Fresh bread 🥖🥖 🥐🎉🎉 for all', 'shorten_emoji_runs')).toEqual([
      'Fresh bread 🥖 for all',
    ]);
    for (const fine of ['Bread 🥖🥐🎉 now', '🇫🇷🇮🇹 and 🇩🇪', 'A 👨‍👩‍👧‍👦 in town']) {
      expect(suggestionOf(fine, 'shorten_emoji_runs')).toBeUndefined();
    }
  });

  it('looks for the focus keyphrase in the title, at the start and in measure', () => {
    const rules = plainRules({
      title: { limit: 100, required: true },
      seo: { searchedFields: ['title', 'text'], leadWords: 5 },
      limit: 1000,
    });
    const idsOf = (text: string, changes: Partial<ContentInput>) =>
      analysisOf(text, { rules, focusKeyphrase: 'rye bread', ...changes }).seo.reasons.map(({ id }) => id);
    const early = 'Rye bread wants time. It rests for a night and bakes for an hour.';
    const late = 'It rests for a whole night and bakes for an hour: our rye bread.';
    expect(idsOf(early, { title: 'Rye breads from our oven' })).toEqual(
      expect.arrayContaining(['focus_first', 'title_begins_with_focus']),
    );
    expect(idsOf(late, { title: 'How we work at night, and our rye bread' })).toEqual(
      expect.arrayContaining(['focus_late', 'title_has_focus']),
    );
    expect(idsOf(early, { title: 'How we work' })).toContain('title_lacks_focus');
    expect(idsOf('Rye bread. '.repeat(5), {})).toContain('focus_repeated');
    expect(idsOf(early, { title: 'How we work', focusKeyphrase: undefined })).toContain('title_apart');
    const kinds = (title: string) =>
      analysisOf(late, { rules, focusKeyphrase: 'rye bread', title }).suggestions.map(({ kind }) => kind);
    expect(kinds('How we work')).toEqual(
      expect.arrayContaining(['name_subject_first', 'name_focus_in_title']),
    );
    expect(kinds('Rye bread')).not.toContain('name_focus_in_title');
    const untitled = analysisOf(early, { rules: plainRules({ limit: 1000 }), title: 'How we work' });
    expect(untitled.seo.reasons.filter(({ id }) => id.startsWith('title'))).toEqual([]);
  });

  it('says that a short text tells little', () => {
    expect(analysisOf('One short line.').readability.note?.text).toContain('3 words');
  });

  it('answers with counts where there is too little history', () => {
    const { prediction } = analysisOf('Hello', {
      history: { postsWithMetrics: 12, recent: [], hashtags: [] },
    });
    expect(prediction).toMatchObject({ status: 'not_enough_data', have: 12, need: postsNeeded.prediction });
    expect(
      analysisOf('Hello', { history: { postsWithMetrics: 99, recent: [], hashtags: [] } }).prediction.status,
    ).toBe('no_model');
  });

  it('adds up what the parts cost', () => {
    expect(analysisOf('', { parts: ['A https://e.example', 'B'] }).platformFit.costMicros).toBe(215_000);
  });

  it('says where the network folds the text', () => {
    const rules = plainRules({ truncation: 10 });
    expect(analysisOf('0123456789 and more', { rules }).platformFit.truncatedAt).toBe(10);
    expect(analysisOf('012345678', { rules }).platformFit.truncatedAt).toBeNull();
  });

  it('scores a post that the network refuses below the same post cut to fit', () => {
    const long = 'A sentence about the sea and its many wonders. '.repeat(6).trim();
    const [suggestion] = analysisOf(long).suggestions;
    expect(suggestion).toMatchObject({ kind: 'split_into_thread', severity: 'error' });
    expect(suggestion?.gain).toBeGreaterThan(20);
  });

  it('prefers hashtags with results of their own', () => {
    const history = {
      postsWithMetrics: 40,
      recent: [],
      hashtags: [
        { tag: '#Reef', posts: 5, engagement: 80 },
        { tag: '#Coral', posts: 2, engagement: 900 },
        { tag: '#Tax', posts: 9, engagement: 500 },
      ],
    };
    const [first, ...rest] = analysisOf('The coral reef is growing back.', { history }).hashtags.suggested;
    expect(first).toMatchObject({ tag: '#Reef', source: 'own_results' });
    expect(rest.every(({ source }) => source === 'keyphrase')).toBe(true);
  });

  it('misses the phrase the user wants to be found for', () => {
    expect(suggestionOf('We sail today.', 'name_focus', { focusKeyphrase: 'tall ships' })?.title).toBe(
      'Name tall ships in the text',
    );
    expect(
      suggestionOf('The tall ship sails today.', 'name_focus', { focusKeyphrase: 'tall ships' }),
    ).toBeUndefined();
  });
});

describe('one-click edits', () => {
  it('moves a link at the end to the reply, and says what that costs', () => {
    const text = 'Our map of the sea floor is out. https://e.example/map';
    expect(afterEdit(text, 'move_link_costs')).toEqual([
      'Our map of the sea floor is out.',
      'https://e.example/map',
    ]);
    expect(suggestionOf(text, 'move_link_costs')?.explanation).toContain('$0.215 rather than $0.20');
  });

  it('leaves a link inside a sentence alone', () => {
    expect(suggestionOf('Go to https://e.example/map', 'move_link_costs')).toBeUndefined();
    expect(suggestionOf('The map at https://e.example/map is new.', 'move_link_costs')).toBeUndefined();
  });

  it('writes a capital at each word of a hashtag', () => {
    expect(afterEdit('Celebrating the ocean #oceanday', 'camel_case')).toEqual([
      'Celebrating the ocean #OceanDay',
    ]);
  });

  it('leaves a hashtag alone that is an abbreviation or one word', () => {
    expect(suggestionOf('Talks about the ocean day #TIME100 #NOAA', 'camel_case')).toBeUndefined();
    expect(suggestionOf('Talks about oceanography #oceanography', 'camel_case')).toBeUndefined();
  });

  it('drops the hashtags that fit least and keeps the words of a sentence', () => {
    const link = 'https://e.example/a';
    expect(afterEdit(`We study #coral in the #Pacific. #win ${link} #monday`, 'drop_hashtags')).toEqual([
      `We study #coral in the #Pacific. ${link}`,
    ]);
    expect(afterEdit('Our #coral #reef and #sea maps', 'drop_hashtags')).toEqual([
      'Our #coral #reef and sea maps',
    ]);
  });

  it('takes back shouting but not names, tags and abbreviations', () => {
    expect(afterEdit('THIS IS THE BEST day at @NOAA with #NASA. Ask NASA.', 'calm_capitals')).toEqual([
      'This is the best day at @NOAA with #NASA. Ask NASA.',
    ]);
  });

  it('takes out what the network refuses', () => {
    expect(afterEdit('A bad\0 letter', 'remove_refused')).toEqual(['A bad letter']);
  });

  it('is refused where the text has changed since', () => {
    const edit = suggestionOf('A bad\0 letter', 'remove_refused')?.edit;
    if (edit === undefined) throw new Error('no edit');
    expect(applyEdit(['Another text'], edit)).toEqual({ applied: false, reason: 'text_changed' });
  });

  it('asks for alternative text without an edit', () => {
    const media = [{ part: 0, kind: 'image' as const, altText: ' ' }];
    expect(suggestionOf('A picture', 'add_alt_text', { media })).toMatchObject({
      severity: 'warning',
      gain: 3.5,
    });
    expect(
      suggestionOf('A picture', 'add_alt_text', { media: [{ part: 0, kind: 'image', altText: 'A reef' }] }),
    ).toBeUndefined();
  });
});
