import type { Account } from '../../../shared/models/account.ts';
import type { AccountId, MediaId } from '../../../shared/models/ids.ts';
import type { Post, PostPart } from '../../../shared/models/post.ts';
import type { OptionValues, PostOptions } from '../../../shared/models/publish-option.ts';

/** One part as the editor holds it; `key` keeps its place on screen while parts move. */
export interface DraftPart {
  readonly key: string;
  readonly text: string;
  readonly media: readonly { readonly id: MediaId; readonly altText: string }[];
}

/** What the user is writing. */
export interface Draft {
  readonly parts: readonly DraftPart[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  /** What was chosen for each network; what is not in it has its default. */
  readonly options: PostOptions;
}

const newKey = (): string => crypto.randomUUID();

/** An empty part. */
export const emptyPart = (text = ''): DraftPart => ({ key: newKey(), text, media: [] });

/** A post not yet begun, for the account there is, if there is only one that works. */
export function emptyDraft(accounts: readonly Account[]): Draft {
  const usable = accounts.filter(({ state }) => state === 'connected');
  const [only] = usable;
  return {
    parts: [emptyPart()],
    accountIds: only && usable.length === 1 ? [only.id] : [],
    labels: [],
    options: {},
  };
}

/** A post of the engine as a draft; parts keep the keys of `before` where they stand at the same place. */
export function draftOf(post: Post, before?: Draft): Draft {
  return {
    parts: post.parts.map((part, index) => ({ ...part, key: before?.parts[index]?.key ?? newKey() })),
    accountIds: post.accountIds,
    labels: post.labels,
    options: post.options,
  };
}

/** What the contract takes. */
export interface DraftContent {
  parts: PostPart[];
  accountIds: AccountId[];
  labels: string[];
  options: PostOptions;
}

/** The draft without what only the editor needs. */
export const contentOf = (draft: Draft): DraftContent => ({
  parts: draft.parts.map(({ text, media }) => ({ text, media: media.map((one) => ({ ...one })) })),
  accountIds: [...draft.accountIds],
  labels: [...draft.labels],
  options: draft.options,
});

/** True while there is nothing worth keeping. */
export const isBlank = (draft: Draft): boolean =>
  draft.parts.every(({ text, media }) => text.trim() === '' && media.length === 0);

/** Whether two drafts say the same. */
export const sameContent = (one: Draft, other: Draft): boolean =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));

const replaceAt = <Item>(items: readonly Item[], index: number, ...replacement: Item[]): Item[] => [
  ...items.slice(0, index),
  ...replacement,
  ...items.slice(index + 1),
];

/** The draft with one part changed; unchanged where the part is gone. */
export const withPart = (
  draft: Draft,
  key: string,
  change: (part: DraftPart) => Partial<DraftPart>,
): Draft => ({
  ...draft,
  parts: draft.parts.map((part) => (part.key === key ? { ...part, ...change(part) } : part)),
});

/** The draft with other choices for one network; none at all leave the network's defaults. */
export function withOptions(draft: Draft, platform: string, values: OptionValues): Draft {
  const { [platform]: _before, ...others } = draft.options;
  const options = Object.keys(values).length === 0 ? others : { ...others, [platform]: values };
  return { ...draft, options };
}

/** The draft with an empty part after `index`. */
export const withPartAfter = (draft: Draft, index: number, part: DraftPart): Draft => ({
  ...draft,
  parts: [...draft.parts.slice(0, index + 1), part, ...draft.parts.slice(index + 1)],
});

/** The draft without one part; the last one left is emptied instead. */
export const withoutPart = (draft: Draft, index: number): Draft => {
  const parts = replaceAt(draft.parts, index);
  return { ...draft, parts: parts.length > 0 ? parts : [emptyPart()] };
};

/** The draft with a part moved one place; unchanged at the ends. */
export function withPartMoved(draft: Draft, index: number, direction: 1 | -1): Draft {
  const part = draft.parts[index];
  const other = draft.parts[index + direction];
  if (!part || !other) return draft;
  const parts = [...draft.parts];
  parts[index] = other;
  parts[index + direction] = part;
  return { ...draft, parts };
}

/**
 * The draft with other texts, as a suggestion or a rewriting gives them: parts whose text stays keep everything, the
 * first changed one keeps its media, and parts that fall away hand theirs to it.
 */
export function withTexts(draft: Draft, texts: readonly string[]): Draft {
  const before = draft.parts;
  let head = 0;
  while (head < before.length && head < texts.length && before[head]?.text === texts[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < texts.length - head &&
    before[before.length - 1 - tail]?.text === texts[texts.length - 1 - tail]
  ) {
    tail += 1;
  }
  const old = before.slice(head, before.length - tail);
  const changed = texts.slice(head, texts.length - tail).map((text, index): DraftPart => {
    const kept = old[index];
    return kept ? { ...kept, text } : emptyPart(text);
  });
  const orphaned = old.slice(changed.length).flatMap(({ media }) => media);
  const last = changed.at(-1);
  if (last && orphaned.length > 0)
    changed[changed.length - 1] = { ...last, media: [...last.media, ...orphaned] };
  return { ...draft, parts: [...before.slice(0, head), ...changed, ...before.slice(before.length - tail)] };
}
