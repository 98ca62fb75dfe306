import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { AssistEvent } from '../../../../src/shared/models/assist.ts';
import type { ContractClient } from '../../../../src/host/ownership/owner-client.ts';
import { startWorld } from '../../../support/engine-world.ts';

type Asked = Parameters<ContractClient['assist']['ask']>[0];

const content =
  'We are very happy that our winter roast is finally back in the shop. It is walnut and cherry, 14 EUR a bag, and Anna Weber has roasted it. Will you come by on Saturday? https://example.com/roast #coffee';

describe('on the practice network', () => {
  test('every task is answered, and marked as practice', async () => {
    const { client, workspaceId, engine } = await startWorld();
    const photo = await sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: '#864' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Planted in the camera' } })
      .toBuffer();
    const { id: mediaId } = await engine.media.put(workspaceId, 'roast.jpg', Readable.from([photo]));
    const ask = async (task: Asked['task'], more: Partial<Asked> = {}) =>
      await client.assist.ask({ workspaceId, content, platform: 'x', task, ...more });

    const styled = await ask({
      kind: 'rewrite',
      tones: ['plain', 'bold'],
      hooks: ['question', 'number'],
      versions: 2,
    });
    expect(styled).toMatchObject({
      source: 'practice',
      versions: [
        { tone: 'plain', hook: 'question' },
        { tone: 'bold', hook: 'number' },
      ],
    });
    expect(styled.note).toMatch(/^Practice/);
    expect(styled.usage?.costMicros).toBe(0);
    const shorter = await ask({ kind: 'shorten', versions: 1 });
    expect(shorter.versions[0]?.measurement?.length).toBeLessThan(200);
    const focused = await ask({ kind: 'rewrite', versions: 1 }, { focusKeyphrase: 'espresso beans' });
    expect(focused.versions[0]?.text.toLowerCase()).toContain('espresso beans');
    const thread = await ask(
      { kind: 'thread' },
      { content: `${content} ${'The shop is warm and the door is open. '.repeat(8)}` },
    );
    expect(thread.versions[0]?.parts.length).toBeGreaterThan(1);
    const tags = await ask({ kind: 'hashtags' });
    expect(tags.versions[0]?.text).toMatch(/^#\w+$/);
    expect(tags.versions[0]?.parts[0]).toBe(`${content} ${tags.versions[0]?.text}`);
    const titles = await ask({ kind: 'title', versions: 2 }, { platform: 'youtube' });
    expect(titles.versions).toHaveLength(2);
    expect(titles.versions[0]?.measurement?.limit).toBe(100);
    const described = await ask(
      { kind: 'description' },
      { platform: 'youtube', focusKeyphrase: 'winter roast' },
    );
    expect(described.versions).toHaveLength(1);
    const translated = await ask(
      { kind: 'translate', language: 'de' },
      { replies: ['It is the best that we have.'] },
    );
    expect(translated.versions[0]?.parts[1]).toBe('Es ist die best das wir haben.');
    const seen = await ask({ kind: 'alt_text', mediaId });
    expect(seen.versions).toMatchObject([{ measurement: null }]);
    expect(seen.versions[0]?.text).toContain('a picture of 1024 by 512 pixels');
    const { images } = await client.assist.preview({
      workspaceId,
      content,
      platform: 'x',
      task: { kind: 'alt_text', mediaId },
    });
    expect(images).toMatchObject([{ fileName: 'roast.jpg', width: 1_024, height: 512 }]);
  });

  test('an answer comes in piece by piece, and ends by itself', async () => {
    const { client, workspaceId } = await startWorld();
    const events: AssistEvent[] = [];
    const task = { kind: 'rewrite', versions: 2 } as const;
    for await (const event of await client.assist.run({ workspaceId, content, platform: 'x', task }))
      events.push(event);
    expect(events[0]).toEqual({ kind: 'asking', source: 'practice' });
    const drafts = events.filter((event) => event.kind === 'draft');
    expect(drafts.length).toBeGreaterThan(3);
    expect(events.at(-1)).toMatchObject({ kind: 'done', answer: { source: 'practice', cached: false } });
    const again = await client.assist.ask({ workspaceId, content, platform: 'x', task });
    expect(again).toMatchObject({ cached: true, usage: null });
    const { cached } = await client.assist.preview({ workspaceId, content, platform: 'x', task });
    expect(cached).toBe(true);
  });
});
