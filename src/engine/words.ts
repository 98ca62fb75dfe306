import { createInstance } from 'i18next';
import { english } from '../shared/catalogue/index.ts';
import { platforms } from './platforms/registry.ts';

/** Makes a sentence of the catalogue: `words('errors.time_passed.message', { time })`. An unknown key is a bug and reads as the key. */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;

// Each network brings the words of its own rules.
const sentences = {
  ...english,
  preflight: Object.assign({}, english.preflight, ...platforms.map((platform) => platform.words.preflight)),
  doctor: Object.assign({}, ...platforms.map((platform) => platform.words.doctor)),
};

/** The sentences that the engine itself says: in answers, notices and command-line output. English until there is another. */
export function createWords(): Words {
  const instance = createInstance({
    lng: 'en',
    resources: { en: { translation: sentences } },
    // A sentence may be empty: nothing is to be done about what works.
    returnEmptyString: true,
    interpolation: { escapeValue: false },
  });
  // Resources are in memory, so this completes at once.
  void instance.init();
  return (key, params) => instance.t(key, { ...params });
}

/** Whether the catalogue has a sentence under this key. */
export function hasWords(key: string): boolean {
  let node: unknown = sentences;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || node === null) return false;
    node = Object.entries(node).find(([name]) => name === step)?.[1];
  }
  return typeof node === 'string';
}
