import { z } from 'zod';
import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import type { AccountProfile } from '../reading.ts';
import { apiWithQuotes, limitsOf } from './limits.ts';
import { words } from './words.ts';

const text = words.options;

const choices = (labels: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const quotes: OptionField = {
  kind: 'choice',
  id: 'quotes',
  label: text.quotes.label,
  help: text.quotes.help,
  shownWhen: { option: 'visibility', isOneOf: ['public', 'unlisted'] },
  choices: choices(text.quotes.choices),
  defaultValue: 'public',
  required: false,
};

/** What may be chosen for a post; who may quote it only where the server has quotes. */
export const options = (profile: AccountProfile | null): readonly OptionField[] => [
  {
    kind: 'choice',
    id: 'visibility',
    label: text.visibility.label,
    help: text.visibility.help,
    shownWhen: null,
    choices: choices(text.visibility.choices),
    defaultValue: 'public',
    required: false,
  },
  {
    kind: 'text',
    id: 'spoilerText',
    ...text.spoilerText,
    shownWhen: null,
    limit: null,
    multiline: false,
    required: false,
  },
  { kind: 'toggle', id: 'sensitive', ...text.sensitive, shownWhen: null, defaultValue: false },
  {
    kind: 'text',
    id: 'language',
    ...text.language,
    shownWhen: null,
    limit: 10,
    multiline: false,
    required: false,
  },
  ...(limitsOf(profile).api >= apiWithQuotes ? [quotes] : []),
];

const chosen = z.object({
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).catch('public'),
  spoilerText: z.string().trim().catch(''),
  sensitive: z.boolean().catch(false),
  language: z.string().trim().catch(''),
  quotes: z.enum(['public', 'followers', 'nobody']).catch('public'),
});

/** What was chosen, with a default where nothing or nonsense was. */
export type Chosen = z.infer<typeof chosen>;
export const chosenFrom = (values: OptionValues): Chosen => chosen.parse(values);

/** The two or three letters that Mastodon names a language with (ISO 639), from any form of BCP 47; null where it is none. */
export const languageCode = (written: string): string | null => {
  try {
    const [tag] = Intl.getCanonicalLocales(written);
    return tag === undefined ? null : new Intl.Locale(tag).language;
  } catch {
    return null;
  }
};
