import type { windowWords } from '../shared/catalogue/window.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof windowWords };
    returnNull: false;
  }
}
