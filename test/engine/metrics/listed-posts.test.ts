import { expect, test } from 'vitest';
import type { RemotePost } from '../../../src/engine/platforms/reading.ts';
import { postsToMeasure, storeListed } from '../../../src/engine/metrics/remote-posts.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

test('numbers that a list does not tell are still read, and those that it told before stay read', async () => {
  const world = await createFeatureWorld();
  const { db, newId } = world.deps;
  const workspaceId = addWorkspace(world);
  const id = addAccount(world, workspaceId);
  const now = world.clock.now();
  const publishedAt = now - 90 * 86_400_000;
  const listed = (remoteId: string, metrics: RemotePost['metrics']): RemotePost => ({
    remoteId,
    url: null,
    text: remoteId,
    publishedAt,
    inReplyTo: null,
    metrics,
  });
  const store = (...posts: RemotePost[]) =>
    db.write(() => storeListed(db, newId, { id, workspaceId }, posts, now));
  const waiting = () => postsToMeasure(db, workspaceId, id).map(({ post }) => post.remoteId);
  store(listed('bare', {}), listed('told', { likes: 3 }));
  expect(waiting()).toEqual(['bare']);
  store(listed('told', {}));
  expect(waiting()).toEqual(['bare']);
});
