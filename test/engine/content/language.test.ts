import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/engine/content/language.ts';

describe('languageOf', () => {
  it.each([
    ['Hoy presentamos nuestra nueva colección para el verano', 'es'],
    ['Heute ist ein schöner Tag für uns', 'de'],
    ['Bonjour à tous, nous sommes très heureux de vous présenter notre projet', 'fr'],
    ['Сегодня хорошая погода', 'und-Cyrl'],
    ['今日は良い天気です', 'ja'],
    ['今天天气很好', 'zh'],
  ])('%s', (text, code) => {
    expect(languageOf(text)).toEqual({ code, english: false });
  });

  it.each([
    'Give em hell, give em hell, give em hell',
    'La Niña is here',
    'ok',
    '',
    '🎉',
    'Des Moines, Los Angeles, El Paso',
  ])('takes %j for English', (text) => {
    expect(languageOf(text).english).toBe(true);
  });
});
