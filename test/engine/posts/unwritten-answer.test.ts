import { expect, test } from 'vitest';
import { modelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

/** A file that refuses what a statement would write, until the answer is called. */
function refusing(world: ModelWorld, what: string): () => void {
  const run = (sql: string) => world.write(({ db }) => db.write(() => db.sql(sql).run()));
  run(`CREATE TRIGGER refusing ${what} BEGIN SELECT RAISE (ABORT, 'not now'); END`);
  return () => run(`DROP TRIGGER refusing`);
}

test.each([
  ['the answer', `BEFORE UPDATE ON delivery_part WHEN new.state = 'sent'`],
  ['the record of the call', `BEFORE INSERT ON http_audit WHEN new.operation = 'posts.create'`],
  ['the end of the job', `BEFORE UPDATE ON job WHEN new.state = 'done'`],
  ['the end of the delivery', `BEFORE UPDATE ON delivery WHEN new.state = 'published'`],
])(
  'the file does not take %s: it is settled when it does, without a restart, and out once',
  async (_, what) => {
    const world = await startModelWorld(modelNetwork('list_and_match'));
    const id = await world.scheduled('Accepted');
    const accept = refusing(world, what);
    await world.drain();
    expect(world.model.truth()).toHaveLength(1);
    expect((await world.delivery(id)).state).toBe('publishing');
    accept();
    await world.settleAll();
    expect((await world.delivery(id)).state).toBe('published');
    const next = await world.scheduled('Next');
    await world.settleAll();
    expect((await world.delivery(next)).state).toBe('published');
    expect(world.model.truth().map((post) => post.text)).toEqual(['Accepted', 'Next']);
  },
);
