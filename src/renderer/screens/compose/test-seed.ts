import type { Post } from '../../../shared/models/post.ts';
import type { TestSeed } from '../../parts/new-test/test-form.ts';
import { contentOf, withTexts } from './draft.ts';
import type { Draft } from './draft.ts';

/** A test of the draft as it is against other texts for it; media stay with every version. */
export function seedOfTest(draft: Draft, post: Post | null, texts: readonly (readonly string[])[]): TestSeed {
  const { parts, accountIds, labels, options } = contentOf(draft);
  const others = texts.map((version) => contentOf(withTexts(draft, version)).parts);
  return { versions: [parts, ...others], accountIds, labels, options, draftId: post?.id ?? null };
}
