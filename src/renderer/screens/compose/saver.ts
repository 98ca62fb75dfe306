import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Post } from '../../../shared/models/post.ts';
import { ORPCError } from '@orpc/client';
import type { Client } from '../../client.ts';
import { contentOf, draftOf, isBlank, sameContent } from './draft.ts';
import type { Draft } from './draft.ts';

/** How the saving stands. `conflict`: the post was changed elsewhere; both texts are kept until the user chooses. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'conflict'; readonly theirs: Post };

export interface SaverOptions {
  readonly client: Client;
  readonly workspaceId: WorkspaceId;
  readonly post: Post | null;
  readonly draft: Draft;
}

/** Who shows what the saver does. */
export interface SaverListener {
  readonly onState: (state: SaveState) => void;
  /** After each successful save, the first of which makes the post. */
  readonly onPost: (post: Post) => void;
}

/** Saves a draft as it is typed: makes the post once, then updates it; one save at a time. */
export interface Saver {
  change(draft: Draft): void;
  /** Saves what is not saved yet; null where there is nothing to keep or it could not be saved. */
  flush(): Promise<Post | null>;
  /** The newest version of the post came in by another way (scheduled, or changed elsewhere). True where it is taken. */
  adopt(post: Post): boolean;
  /** Ends a conflict: `mine` overwrites the other text, `theirs` gives this one up. */
  resolve(choice: 'mine' | 'theirs', theirs: Post): void;
  /** Tells a listener from now on. The function it answers with saves what is left and tells no more. */
  listen(listener: SaverListener): () => void;
}

const settle = 600;

export function createSaver(options: SaverOptions): Saver {
  const { client, workspaceId } = options;
  let listener: SaverListener | null = null;
  let post = options.post;
  let draft = options.draft;
  let savedDraft = options.draft;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Post | null> | null = null;
  let stuck = false;

  const isClean = (): boolean => (post === null ? isBlank(draft) : sameContent(draft, savedDraft));

  const isStuck = (): boolean => stuck;

  const store = async (sent: Draft): Promise<Post> => {
    const content = contentOf(sent);
    if (!post) return client.posts.create({ workspaceId, ...content });
    return client.posts.update({ workspaceId, id: post.id, version: post.version, ...content });
  };

  const fail = async (error: unknown): Promise<null> => {
    if (post && error instanceof ORPCError && error.code === 'stale_version') {
      try {
        const theirs = await client.posts.get({ workspaceId, id: post.id });
        stuck = true;
        listener?.onState({ kind: 'conflict', theirs });
        return null;
      } catch {
        // The reason of the first failure says more.
      }
    }
    listener?.onState({ kind: 'failed', error });
    return null;
  };

  const save = async (): Promise<Post | null> => {
    while (!isStuck() && !isClean()) {
      const sent = draft;
      listener?.onState({ kind: 'saving' });
      try {
        post = await store(sent);
      } catch (error) {
        return fail(error);
      }
      savedDraft = sent;
      listener?.onPost(post);
      listener?.onState({ kind: 'saved' });
    }
    return isStuck() ? null : post;
  };

  const flush = (): Promise<Post | null> => {
    clearTimeout(timer);
    running ??= save().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    change(next) {
      draft = next;
      if (stuck) return;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), settle);
    },
    flush,
    adopt(next) {
      if (post && next.version <= post.version) return false;
      if (running || !isClean()) return false;
      post = next;
      draft = draftOf(next, draft);
      savedDraft = draft;
      return true;
    },
    resolve(choice, theirs) {
      stuck = false;
      post = theirs;
      savedDraft = draftOf(theirs, draft);
      if (choice === 'theirs') draft = savedDraft;
      listener?.onState({ kind: 'idle' });
      listener?.onPost(theirs);
      void flush();
    },
    listen(next) {
      listener = next;
      return () => {
        listener = null;
        void flush();
      };
    },
  };
}
