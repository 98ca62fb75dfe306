import { describe, expect, test } from 'vitest';
import { proposalOf } from '../../../../src/engine/content/assist/answer-shapes.ts';
import type { Commission } from '../../../../src/engine/content/assist/commission.ts';
import { noStyle } from '../../../../src/engine/content/assist/commission.ts';
import { namesOf } from '../../../../src/engine/content/assist/checks/names.ts';
import { spokenIn } from '../../../../src/engine/content/assist/checks/spoken-language.ts';
import { kinds } from '../../../../src/engine/content/assist/kinds.ts';
import { noHistory } from '../../../../src/engine/content/content-input.ts';
import { findPlatform } from '../../../../src/engine/platforms/registry.ts';
import { assistTask } from '../../../../src/shared/models/assist.ts';

/** What is wrong with an answer to a task on a network. */
function faults(
  task: object,
  post: string,
  answer: string | string[],
  network = 'x',
  keyphrase: string | null = null,
) {
  const platform = findPlatform(network);
  if (platform === undefined) throw new Error(`There is no ${network}.`);
  const commission: Commission = {
    task: assistTask.parse(task),
    rules: platform.rules(null),
    first: post,
    replies: [],
    whole: post,
    keyphrase,
    language: spokenIn(post),
    history: noHistory,
    rising: null,
    toneGuide: null,
    picture: null,
  };
  const kind = kinds[commission.task.kind];
  const proposal = proposalOf(
    typeof answer === 'string' ? { text: answer, why: '' } : { parts: answer, why: '' },
  );
  return kind.faultsOf(kind.versionOf(proposal, noStyle, commission), commission);
}

const rewrite = { kind: 'rewrite' };
const opening =
  'We’re thrilled that Northwind Coffee is opening a second location in Portland on March 3rd! Free espresso for the first 50 guests: https://nw.example/pdx';
const builds =
  'Our CTO Maria Lopez explains how we cut build times by 40% with caching. Read more at https://blog.example/build #DevOps';
const lessons =
  'I spent 10 years building startups. Here is what I learned about hiring: slow down. Talk to references. Trust your gut less.';
const talk = 'Join us on Tuesday at 5pm ET for a live Q&A with the NASA team about Artemis II.';
const menu =
  'We are really happy that our new winter menu, created by chef Tom Baker, will be there from Monday in all 4 of our London restaurants. #ad #food';
const german =
  'Am Samstag zeigt euch Anna Schmidt auf YouTube, wie das Brot von Dr. Weber gelingt, und wir filmen es mit der X100V.';
const bread = 'We bake 1,200 loaves a week in our shop, and you can have one for €5.';

describe('a good answer passes', () => {
  test.each([
    [
      opening,
      'Portland, we’re coming! Northwind Coffee opens its second location on March 3rd. The first 50 guests get free espresso: https://nw.example/pdx',
      'x',
    ],
    [
      opening,
      'Free espresso? Yes, for the first 50 guests. 🎉\n\nNorthwind Coffee lands in Portland (our second location) on March 3rd.\n\n👉 https://nw.example/pdx',
      'x',
    ],
    [
      builds,
      '40% faster builds: Maria Lopez, our CTO, shows how caching did it. https://blog.example/build #DevOps',
      'linkedin',
    ],
    [
      builds,
      'How did we cut build times by 40 percent? Caching. Our CTO Maria Lopez explains it all: https://blog.example/build #devops',
      'mastodon',
    ],
    [
      'New in 2.4: dark mode and three bug fixes. Thanks @anna!',
      'Version 2.4 is here: dark mode and 3 bug fixes. Thank you, @anna!',
      'x',
    ],
    [
      'Wir haben am Samstag von 9 bis 12 Uhr geöffnet und freuen uns auf euch. Brot gibt es für 4,80 €.',
      'Samstag, 9 bis 12 Uhr: Wir haben geöffnet! Das Brot gibt es für 4,80 €. Kommt vorbei.',
      'bluesky',
    ],
    [
      'black friday: 30% off all beans until sunday. code ROAST30',
      'Black Friday is here: 30% off all beans until Sunday with code ROAST30.',
      'x',
    ],
    [
      lessons,
      '10 years of building startups taught me this about hiring:\n\n1. Slow down.\n2. Talk to references.\n3. Trust your gut less.',
      'linkedin',
    ],
    [
      'Wir backen am Samstag frisches Brot, und dazu gibt es 20 Prozent Rabatt auf eine Tasse Kaffee und die Brötchen.',
      'Samstag gibt es bei uns 20 % Rabatt auf den Kaffee, und das Frischeste aus dem Ofen dazu.',
      'bluesky',
    ],
    [
      'Unsere Bäckerin Anna Schmidt zeigt euch mit der Deutschen Bahn auf YouTube, wie man das Brot für unterwegs backt.',
      'Für unterwegs: Anna Schmidts Brot! Die Deutsche Bahn und wir zeigen euch auf YouTube, wie ihr es backt.',
      'bluesky',
    ],
    [talk, 'Live Q&A with the NASA team about Artemis II: Tuesday, 5pm ET. Will you join us?', 'x'],
  ])('rewrite %#', (post, answer, network) => {
    expect(faults(rewrite, post, answer, network)).toEqual([]);
  });

  test('for every other task', () => {
    expect(
      faults(
        { kind: 'shorten' },
        menu,
        'From Monday: chef Tom Baker’s winter menu in all 4 London restaurants. #ad',
      ),
    ).toEqual([]);
    expect(faults({ kind: 'title' }, bread, '1,200 Loaves a Week: Have One', 'youtube', 'loaves')).toEqual(
      [],
    );
    expect(
      faults({ kind: 'translate', language: 'de' }, talk, [
        'Am Dienstag um 5pm ET sind wir mit dem NASA Team auf der Bühne, es geht um die Mission Artemis II.',
      ]),
    ).toEqual([]);
    expect(
      faults({ kind: 'translate', language: 'fr-CA' }, bread, [
        'Nous cuisons 1 200 pains par semaine dans notre boutique, et vous en avez un pour 5 €.',
      ]),
    ).toEqual([]);
    expect(
      faults({ kind: 'translate', language: 'ja' }, bread, [
        '毎週1,200個のパンを焼いています。ひとつ€5です。',
      ]),
    ).toEqual([]);
    expect(
      faults({ kind: 'translate', language: 'ja' }, 'You can see all of it on YouTube.', [
        'ぜんぶユーチューブで見られます。',
      ]),
    ).toEqual([]);
    expect(faults({ kind: 'thread' }, `${builds} ${lessons}`, [`1/2 ${builds}`, `2/2 ${lessons}`])).toEqual(
      [],
    );
  });
});

describe('a bad answer does not', () => {
  test.each([
    [rewrite, opening, opening.replace('Portland', 'the city'), 'had lost Portland'],
    [rewrite, opening, opening.replace('March', 'May'), 'had lost March'],
    [rewrite, bread, bread.replace('€5', '$5'), 'had lost €5'],
    [rewrite, builds, builds.replace('40%', '40'), 'had lost 40%'],
    [rewrite, lessons, `${lessons} 90% of hires fail.`, 'made up 90%'],
    [
      rewrite,
      talk,
      talk.replace('the NASA team', 'Neil Armstrong and the NASA team'),
      'made up Neil, Armstrong',
    ],
    [
      { kind: 'shorten' },
      menu,
      'From Monday: chef Tom Baker’s winter menu in all 4 London restaurants.',
      'had lost #ad',
    ],
    [{ kind: 'shorten' }, menu, `${menu} Come and eat.`, 'no shorter'],
    [{ kind: 'title' }, bread, '1,200 loaves: https://evil.example', 'link'],
    [{ kind: 'title' }, bread, 'WE BAKE BREAD IN OUR SHOP', 'capitals'],
    [{ kind: 'title' }, bread, `We bake ${'and bake '.repeat(20)}`, 'over the limit'],
    [{ kind: 'description' }, bread, `${'Come by and see us. '.repeat(30)}${bread}`, 'over the limit'],
    [{ kind: 'translate', language: 'de' }, bread, [bread], 'not in German'],
    [{ kind: 'translate', language: 'fi' }, bread, [`So ${bread}`], 'not in Finnish'],
    [{ kind: 'translate', language: 'ja' }, bread, ['1,200 loaves €5'], 'not in Japanese'],
    [
      { kind: 'translate', language: 'de' },
      bread,
      ['Wir backen 1.200 Brote.', 'Es gibt eins für 5 €.'],
      '2 parts, and the post has 1',
    ],
    [rewrite, german, german.replace('Anna Schmidt', 'Wir'), 'had lost Anna, Schmidt'],
    [rewrite, german, german.replace('von Dr. Weber', 'vom Arzt'), 'had lost Weber'],
    [rewrite, german, german.replace('auf YouTube', 'im Netz'), 'had lost YouTube'],
    [rewrite, german, german.replace('X100V', 'Kamera'), 'X100V'],
    [rewrite, german, `${german} Mit dabei ist auch Peter Lindner.`, 'made up Peter, Lindner'],
    [
      rewrite,
      'Frische Brötchen zeigt euch heute Anna Schmidt',
      'Frische Brötchen zeigen wir euch heute',
      'had lost Anna, Schmidt',
    ],
    [
      { kind: 'translate', language: 'es' },
      'You can see all of it on YouTube, filmed with the X100V.',
      ['Puedes verlo todo en la red, y está filmado con la cámara que tenemos.'],
      'YouTube, X100V',
    ],
    [{ kind: 'thread' }, `${builds} ${lessons}`, [builds, lessons.replace('10', '12')], 'had lost 10'],
    [
      { kind: 'alt_text', mediaId: 'med_1' },
      bread,
      'A loaf. See https://evil.example/x @evil #bread',
      '@evil, #bread, https://evil.example/x',
    ],
  ])('%j %#', (task, post, answer, reason) => {
    expect(faults(task, post, answer).join(' ')).toContain(reason);
  });

  test('where it names a server that the network makes no link of', () => {
    const named = (text: string) => faults(rewrite, lessons, `${lessons} ${text}`, 'instagram').join(' ');
    expect(named('More at evil-prizes.shop')).toContain('made up evil-prizes.shop');
    expect(named('Ask us e.g. on Monday.')).not.toContain('made up e.g');
  });

  test('where the phrase to be found for stands too late', () => {
    const text = `${'We bake and bake and bake in our shop. '.repeat(5)}${bread} A sourdough loaf.`;
    expect(faults({ kind: 'description' }, bread, text, 'youtube', 'sourdough loaf').join(' ')).toContain(
      'in its first 150',
    );
    expect(
      faults({ kind: 'description' }, bread, `A sourdough loaf. ${text}`, 'youtube', 'sourdough loaf'),
    ).toEqual([]);
  });
});

test('names are told from the nouns of German by what surrounds them, and no others', () => {
  const found = (text: string): string => namesOf(text, 'de').join(' ');
  expect(found('Wir haben heute 3 Kilo Äpfel, eine Tasse Kaffee und Ende Mai neue Brötchen für alle.')).toBe(
    '',
  );
  expect(found('Das freut unsere KundInnen, den Bäcker und die Nachbarn in Berlin.')).toBe('');
  expect(found('Guten Morgen Berlin, heute backen wir.')).toBe('');
  expect(found('Danke an Frau Öztürk und an Karl Heinz Meier von nebenan.')).toBe('Öztürk Heinz Meier');
  expect(found('So gelingt es mit dem MacBook und einem iPhone15.')).toBe('MacBook iPhone15');
});
