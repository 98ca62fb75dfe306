import { startWorld } from '../../../support/engine-world.ts';
import type { World } from '../../../support/engine-world.ts';
import type { Account } from '../../../../src/shared/models/account.ts';
import type { CatchUp, Delivery } from '../../../../src/shared/models/delivery.ts';

export const minute = 60_000;

/** Faults of the practice network by what they do to a post. */
export const faults = {
  refused: {
    match: { operation: 'posts.create' },
    fault: { kind: 'status', status: 403, body: refusal('Not allowed.') },
  },
  revoked: [
    { match: { operation: 'posts.create' }, fault: { kind: 'token_revoked' } },
    {
      match: { operation: 'oauth.token' },
      fault: {
        kind: 'status',
        status: 400,
        body: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
      },
    },
  ],
} as const;

function refusal(detail: string) {
  return { title: 'Forbidden', status: 403, detail, type: 'about:blank' };
}

/** An app with one account, and shorthands for what its queue is asked. */
export async function startQueue() {
  const world = await startWorld();
  const account = await world.connect();
  const { client, workspaceId } = world;
  return {
    world,
    client,
    workspaceId,
    account,
    write: (text: string, given?: Writing) => write(world, given?.account ?? account, text, given),
    state: async (id: Delivery['id']) => (await client.queue.get({ workspaceId, id })).delivery,
    texts: async () => (await world.truth()).map((post) => post.text),
  };
}

interface Writing {
  readonly account?: Account;
  /** Wall-clock time in Berlin; now where there is none. */
  readonly local?: string;
  readonly catchUp?: CatchUp;
}

/** A scheduled post of one account; its delivery. */
async function write(world: World, account: Account, text: string, given: Writing = {}): Promise<Delivery> {
  const { client, workspaceId } = world;
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text, media: [] }],
    accountIds: [account.id],
  });
  const { deliveries } = await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when:
      given.local === undefined
        ? { kind: 'now' }
        : { kind: 'at', local: given.local, timeZone: 'Europe/Berlin' },
    ...(given.catchUp === undefined ? {} : { catchUp: given.catchUp }),
  });
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error('nothing was scheduled');
  return delivery;
}
