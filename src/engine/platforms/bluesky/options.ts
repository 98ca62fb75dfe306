import { z } from 'zod';
import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import { mostLanguages } from './limits.ts';
import { words } from './words.ts';

const text = words.options;

const choices = (labels: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What may be chosen for a post on Bluesky. */
export const options = (): readonly OptionField[] => [
  {
    kind: 'choice',
    id: 'replies',
    label: text.replies.label,
    help: text.replies.help,
    shownWhen: null,
    choices: choices(text.replies.choices),
    defaultValue: 'everyone',
    required: false,
  },
  { kind: 'toggle', id: 'quotes', ...text.quotes, shownWhen: null, defaultValue: true },
  { kind: 'tags', id: 'languages', ...text.languages, shownWhen: null, limit: mostLanguages },
  {
    kind: 'choice',
    id: 'label',
    label: text.label.label,
    help: text.label.help,
    shownWhen: null,
    choices: choices(text.label.choices),
    defaultValue: 'none',
    required: false,
  },
  {
    kind: 'text',
    id: 'linkTitle',
    ...text.linkTitle,
    shownWhen: null,
    limit: 300,
    multiline: false,
    required: false,
  },
  {
    kind: 'text',
    id: 'linkDescription',
    ...text.linkDescription,
    shownWhen: null,
    limit: 1_000,
    multiline: true,
    required: false,
  },
  { kind: 'toggle', id: 'linkPicture', ...text.linkPicture, shownWhen: null, defaultValue: false },
];

const chosen = z.object({
  replies: z.enum(['everyone', 'followers', 'following', 'mentioned', 'nobody']).catch('everyone'),
  quotes: z.boolean().catch(true),
  languages: z.array(z.string()).catch([]),
  label: z.enum(['none', 'sexual', 'nudity', 'porn', 'graphic-media']).catch('none'),
  linkTitle: z.string().trim().catch(''),
  linkDescription: z.string().trim().catch(''),
  linkPicture: z.boolean().catch(false),
});

/** What was chosen, with a default where nothing or nonsense was. */
export type Chosen = z.infer<typeof chosen>;
export const chosenFrom = (values: OptionValues): Chosen => chosen.parse(values);

/** The form that languages are named in (BCP 47); null where it is none. */
export const languageTag = (written: string): string | null => {
  try {
    return Intl.getCanonicalLocales(written.trim())[0] ?? null;
  } catch {
    return null;
  }
};
