import { QueryObserver, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PostId } from '../../../shared/models/ids.ts';
import type { Post } from '../../../shared/models/post.ts';
import { useApi, useClient } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { createSaver } from './saver.ts';
import type { SaveState } from './saver.ts';

/** A draft, its saving, and the post it is kept in. */
export interface DraftHandle {
  readonly draft: Draft;
  readonly post: Post | null;
  readonly save: SaveState;
  change(next: (draft: Draft) => Draft): void;
  /** Saves now; null where there is nothing to keep or it could not be saved. */
  flush(): Promise<Post | null>;
  /** Takes the post as another call answered it (scheduled, unscheduled). */
  take(post: Post): void;
  resolve(choice: 'mine' | 'theirs', theirs: Post): void;
}

/** Keeps a draft saved as it is typed. `initial` and `opened` are read once. */
export function useDraft(initial: Draft, opened: Post | null, onCreated: (id: PostId) => void): DraftHandle {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const [draft, setDraft] = useState(initial);
  const [post, setPost] = useState(opened);
  const [save, setSave] = useState<SaveState>({ kind: 'idle' });
  const [saver] = useState(() => createSaver({ client, workspaceId, post: opened, draft: initial }));
  const current = useRef(initial);
  const addressed = useRef(opened !== null);

  const remember = useCallback(
    (next: Post) => {
      setPost(next);
      queries.setQueryData(api.posts.get.queryKey({ input: { workspaceId, id: next.id } }), next);
      if (addressed.current) return;
      addressed.current = true;
      onCreated(next.id);
    },
    [api, queries, workspaceId, onCreated],
  );
  const onPost = useEffectEvent((next: Post) => remember(next));
  useEffect(() => saver.listen({ onState: setSave, onPost: (next) => onPost(next) }), [saver]);

  const show = useCallback((next: Draft) => {
    current.current = next;
    setDraft(next);
  }, []);

  const change = useCallback<DraftHandle['change']>(
    (next) => {
      show(next(current.current));
      saver.change(current.current);
    },
    [saver, show],
  );

  /** Shows a newer state of the post, unless unsaved letters stand against it: saving them then tells of the conflict. */
  const adopt = useCallback(
    (next: Post): boolean => {
      const adopted = saver.adopt(next);
      if (adopted) show(draftOf(next, current.current));
      return adopted;
    },
    [saver, show],
  );

  const take = useCallback(
    (next: Post) => {
      adopt(next);
      remember(next);
    },
    [adopt, remember],
  );

  const onNewest = useEffectEvent((next: Post) => {
    if (!post || next === post || next.version < post.version) return;
    if (next.version === post.version || adopt(next)) setPost(next);
  });
  const postId = post?.id;
  useEffect(() => {
    if (postId === undefined) return undefined;
    // The post as the engine has it now: published, or edited elsewhere, while it is open here.
    const options = api.posts.get.queryOptions({ input: { workspaceId, id: postId } });
    return new QueryObserver(queries, options).subscribe(({ data }) => {
      if (data) onNewest(data);
    });
  }, [api, queries, workspaceId, postId]);

  const resolve = useCallback<DraftHandle['resolve']>(
    (choice, theirs) => {
      if (choice === 'theirs') show(draftOf(theirs, current.current));
      saver.resolve(choice, theirs);
    },
    [saver, show],
  );

  return { draft, post, save, change, flush: saver.flush, take, resolve };
}
