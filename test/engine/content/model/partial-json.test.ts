import { describe, expect, test } from 'vitest';
import { partialJson } from '../../../../src/engine/content/model/partial-json.ts';

describe('half an answer', () => {
  const whole = JSON.stringify({
    versions: [
      { text: 'A "b" \\ c\u00e9\n', why: 'x' },
      { parts: ['1', '2'], n: 1.5 },
    ],
  });

  test('is read wherever it breaks off', () => {
    for (let length = 1; length <= whole.length; length += 1) {
      expect(partialJson(whole.slice(0, length))).toBeInstanceOf(Object);
    }
    expect(partialJson(whole)).toEqual(JSON.parse(whole));
    expect(partialJson('{"versions":[{"text":"Half \\u00e')).toEqual({ versions: [{ text: 'Half ' }] });
    expect(partialJson('{"versions":[{"text":"a","wh')).toEqual({ versions: [{ text: 'a' }] });
  });

  test('that is no JSON is nothing', () => {
    expect(partialJson('Sure, here')).toBeUndefined();
    expect(partialJson('')).toBeUndefined();
  });
});
