import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const taken = z.object({
  seq: z.int(),
  network: z.string(),
  /** The network's id of the account. */
  account: z.string(),
  id: z.string(),
  text: z.string(),
  media: z.int(),
  inReplyTo: z.string().nullable(),
  key: z.string().nullable(),
  handle: z.string().nullable(),
  role: z.string().default('post'),
  /** Epoch ms of the network's clock. */
  at: z.int(),
  /** The client had gone when it was taken. */
  clientGone: z.boolean(),
});
/** A post that the network has taken. */
export type TakenPost = z.infer<typeof taken>;

const staged = z.object({ staged: z.string(), network: z.string(), at: z.int() });
/** Something staged: a container or an upload session. */
export type StagedThing = z.infer<typeof staged>;

/** A post that the network publishes by itself, or that its user finishes in the network's own app. */
export interface PlannedPost {
  readonly id: string;
  readonly post: Omit<TakenPost, 'seq' | 'id' | 'at'>;
  /** Epoch ms; null: whenever the user does. */
  readonly publishAt: number | null;
  state: 'waiting' | 'published' | 'gone';
  remoteId: string | null;
}

/** What the network holds: one line a fact, synced, so that it outlives any process. */
export interface NetworkLog {
  readonly posts: readonly TakenPost[];
  readonly stagings: readonly StagedThing[];
  /** Not kept over a restart of the network. */
  readonly planned: PlannedPost[];
  take(post: Omit<TakenPost, 'seq'>): TakenPost;
  stage(thing: StagedThing): void;
  close(): void;
}

/** Opens the log of a directory, with what it holds; a line that was torn by the death of its writer never happened. */
export function openLog(directory: string): NetworkLog {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'log.jsonl');
  const posts: TakenPost[] = [];
  const stagings: StagedThing[] = [];
  if (existsSync(path)) {
    for (const line of readFileSync(path, 'utf8').split('\n').slice(0, -1)) {
      const fact: unknown = JSON.parse(line);
      const post = taken.safeParse(fact);
      if (post.success) posts.push(post.data);
      else stagings.push(staged.parse(fact));
    }
  }
  const file = openSync(path, 'a');
  const append = (fact: object): void => {
    writeSync(file, `${JSON.stringify(fact)}\n`);
    fsyncSync(file);
  };
  return {
    posts,
    stagings,
    planned: [],
    take(post) {
      const made = { ...post, seq: posts.length + 1 };
      append(made);
      posts.push(made);
      return made;
    },
    stage(thing) {
      append(thing);
      stagings.push(thing);
    },
    close: () => closeSync(file),
  };
}
