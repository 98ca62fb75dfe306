import { useEffect, useState } from 'react';
import type { PostId } from '../../../shared/models/ids.ts';
import { useWindowState } from '../../window-state.ts';

/** What a post should be found by, and how to change it. */
export interface Keyphrase {
  readonly value: string;
  readonly change: (value: string) => void;
}

/** The focus keyphrase of a post, remembered by this window; that of a new post from when the post is kept. */
export function useKeyphrase(postId: PostId | null): Keyphrase {
  const [value, change] = useState(() =>
    postId === null ? '' : (useWindowState.getState().keyphrases[postId] ?? ''),
  );
  useEffect(() => {
    if (postId !== null) useWindowState.getState().setKeyphrase(postId, value);
  }, [postId, value]);
  return { value, change };
}
