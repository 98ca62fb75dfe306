import { analysisCatalogue } from '../../shared/catalogue/en/analysis.ts';
import type { MessageParams, Note, Reason } from '../../shared/models/reason.ts';

type Singular<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** Groups of single sentences in the catalogue. */
type Group = Exclude<keyof typeof analysisCatalogue, 'suggestion'>;
type SentenceId<G extends Group> = Singular<keyof (typeof analysisCatalogue)[G]>;

/** The key of a reason's sentence. */
export type ReasonId = SentenceId<'reason'>;
/** The key of a suggestion's title and explanation. */
export type SuggestionKind = keyof (typeof analysisCatalogue)['suggestion'];

const filled = (template: string, params: MessageParams): string =>
  template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));

/** The English sentence of a key, in the plural form of `params.count`. */
export const sentence = <G extends Group>(
  group: G,
  id: SentenceId<G> & string,
  params: MessageParams = {},
): string => {
  const templates: Readonly<Record<string, string>> = analysisCatalogue[group];
  const plural = params['count'] === 1 ? 'one' : 'other';
  return filled(templates[`${id}_${plural}`] ?? templates[id] ?? id, params);
};

/** A reason with its sentence; `effect` in points, kept to one decimal. */
export const reason = (id: ReasonId, effect: number, params: MessageParams = {}): Reason => ({
  id,
  effect: Math.round(effect * 10) / 10,
  params,
  text: sentence('reason', id, params),
});

/** A remark with its sentence. */
export const note = (id: SentenceId<'note'>, params: MessageParams = {}): Note => ({
  id,
  params,
  text: sentence('note', id, params),
});

/** The title and the explanation of a suggestion. */
export const suggestionWords = (
  kind: SuggestionKind,
  params: MessageParams,
): { readonly title: string; readonly explanation: string } => {
  const { title, explanation } = analysisCatalogue.suggestion[kind];
  return { title: filled(title, params), explanation: filled(explanation, params) };
};
