import type { Notice } from '../../shared/models/event.ts';
import type { Experiment } from '../../shared/models/experiment.ts';
import type { Words } from '../words.ts';
import { moreOf } from './sentences.ts';

/**
 * Tells what a test came to, once its last post was read: who is ahead and how sure that is, or that it is undecided and
 * what it would take. Null for one that was stopped with nothing to tell, or taken off the list.
 */
export function overNotice(words: Words, shown: Experiment, removed: boolean): Notice | null {
  const { id, workspaceId, name, state, posts, practice, sentence } = shown;
  if (removed || (state === 'stopped' && posts.counted === 0)) return null;
  const target = `/advice?tab=tests&test=${encodeURIComponent(id)}`;
  return {
    kind: 'test_over',
    title: words(practice ? 'experiments.over.practice' : 'experiments.over.title', { name }),
    body: [sentence, ...(state === 'undecided' ? moreOf(words, shown) : [])].join(' '),
    actions: [{ label: words('experiments.over.open'), run: { kind: 'open', target } }],
    target,
    workspaceId,
  };
}
