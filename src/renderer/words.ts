import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { windowWords } from '../shared/catalogue/window.ts';

/** Readies the catalogue; to be called once, before anything is drawn. */
export function createWords(): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: windowWords } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}

/** The words of the catalogue: `const t = useWords(); t('shell.compose')`, `t('queue.waiting', { count: 3 })`. */
export const useWords = () => useTranslation().t;

/** The catalogue's function, for code that is handed it. */
export type Words = ReturnType<typeof useWords>;

/** The locale that numbers and dates are written in: the browser's, where it is one of the catalogue's languages. */
export function displayLocale(language: string): string {
  return navigator.languages.find((candidate) => candidate.split('-')[0] === language) ?? 'en-GB';
}
