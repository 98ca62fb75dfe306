import { describe, expect, it } from 'vitest';
import { linkedin, linkedinPages } from '../../../../src/engine/platforms/linkedin/platform.ts';
import { mp4, png } from '../../../conformance/x/sample-media.ts';
import { connected } from './account.ts';

describe('publishing', () => {
  it('takes the id from the header and shows the whole text', async () => {
    const mara = await connected();
    const text = 'Bread (rye) costs *4.80* #baking @[Linden Bakery](urn:li:organization:1)';
    const result = await linkedin.api.publish(mara.http, mara.part({ text }));
    expect(result).toMatchObject({
      ok: true,
      data: { remoteId: expect.stringMatching(/^urn:li:share:\d+$/) },
    });
    if (!result.ok) return;
    expect(linkedin.api.madeAt(result.data.remoteId)).toBe(mara.network.now());
    const page = await fetch(result.data.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Bread (rye) costs *4.80* #baking');
    expect(await mara.network.log()).toMatchObject([
      { operation: 'posts.create', account: mara.profile.remoteId, text, detail: { visibility: 'PUBLIC' } },
    ]);
  });

  it('sends what was chosen, and a card for the first link where it has a title', async () => {
    const mara = await connected();
    await mara.published({
      text: 'Prices are on https://example.com/prices',
      options: { visibility: 'CONNECTIONS', no_reshare: true, link_title: 'Prices', link_description: 'All' },
    });
    expect((await mara.network.log()).at(-1)).toMatchObject({
      detail: {
        visibility: 'CONNECTIONS',
        article: { source: 'https://example.com/prices', title: 'Prices', description: 'All' },
      },
    });
  });

  it('is told of a duplicate with its original, which the id dates', async () => {
    const mara = await connected();
    const first = await mara.published({ text: 'Only once' });
    const again = await linkedin.api.publish(mara.http, mara.part({ text: 'Only once' }));
    expect(again).toMatchObject({ ok: false, failure: { code: 'duplicate', existingId: first } });
  });

  it('writes later parts as comments under the first', async () => {
    const mara = await connected();
    const root = await mara.published({ text: 'Three things about rye' });
    const comment = { text: 'It (rye) keeps', root, inReplyTo: root, role: 'comment' } as const;
    const urn = await mara.published(comment);
    const under = { ...comment, text: 'And it is patient', inReplyTo: urn };
    await mara.published(under);
    const [, first, second] = await mara.network.log();
    expect(first).toMatchObject({ operation: 'comments.create', text: 'It (rye) keeps', inReplyTo: root });
    expect(second).toMatchObject({ operation: 'comments.create', inReplyTo: root });
    expect(await linkedin.api.remove(mara.http, mara.account, urn)).toMatchObject({ ok: true });
    expect(await linkedin.api.remove(mara.http, mara.account, root)).toMatchObject({
      ok: true,
      data: { deleted: true },
    });
    expect(await linkedin.api.remove(mara.http, mara.account, root)).toMatchObject({ ok: true });
  });

  it('writes as the page', async () => {
    const bakery = await connected('page');
    const urn = await bakery.published({ text: 'The bakery speaks' });
    expect((await bakery.network.log()).at(-1)).toMatchObject({
      account: bakery.profile.remoteId,
      detail: { author: 'urn:li:organization:90100100' },
    });
    const own = await linkedinPages.api.ownPosts(bakery.http, bakery.account, { since: null, limit: 3 });
    expect(own).toMatchObject({ ok: true, data: [{ remoteId: urn, text: 'The bakery speaks' }, {}, {}] });
  });
});

describe('uploading', () => {
  it('puts a picture in one piece, with its description, waiting where a member may not ask', async () => {
    const mara = await connected();
    const { urn, saved } = await mara.uploaded(png({ altText: 'A loaf' }));
    expect(urn).toMatch(/^urn:li:image:/);
    expect(saved.map(({ finalized }) => finalized)).toEqual([false, true]);
    await mara.published({ text: 'One', mediaIds: [urn], media: [png({ altText: 'A loaf' })] });
    expect((await mara.network.log()).at(-1)).toMatchObject({
      media: [urn],
      detail: { altTexts: ['A loaf'] },
    });
  });

  it('shows several pictures in one post', async () => {
    const bakery = await connected('page');
    const [one, two] = [await bakery.uploaded(png()), await bakery.uploaded(png({ length: 3000 }))];
    await bakery.published({
      text: 'Two',
      mediaIds: [one.urn, two.urn],
      media: [png({ altText: 'First' }), png()],
    });
    expect((await bakery.network.log()).at(-1)).toMatchObject({
      media: [one.urn, two.urn],
      detail: { altTexts: ['First', ''] },
    });
  });

  it('sends a video in parts, each with its own address and ETag, and waits until it is processed', async () => {
    const mara = await connected();
    const source = mp4({ length: 9_000_000 });
    const { urn, saved } = await mara.uploaded(source);
    expect(saved.map(({ nextOffset }) => nextOffset)).toEqual([
      0, 4_194_304, 8_388_608, 9_000_000, 9_000_000,
    ]);
    const post = await mara.published({ text: 'How it rises', mediaIds: [urn], media: [source] });
    expect(post).toMatch(/^urn:li:ugcPost:/);
    const page = await (await fetch(`${mara.network.url}/linkedin/feed/update/${post}`)).text();
    expect(page).toContain('<video');
  });

  it('goes on with the parts that are missing, and begins anew where LinkedIn forgot', async () => {
    const mara = await connected();
    const source = mp4({ length: 9_000_000 });
    const { saved } = await mara.uploaded(source);
    const half = saved[1];
    if (half === undefined) throw new Error('Nothing was saved.');
    const parts: number[] = [];
    const context = {
      now: () => mara.network.now(),
      saved: ({ nextOffset }: { nextOffset: number }) => parts.push(nextOffset),
      signal: new AbortController().signal,
      account: mara.account,
      options: {},
    };
    // The upload was finished meanwhile, so its addresses are gone.
    expect(await linkedin.api.upload(mara.http, source, half, context)).toMatchObject({
      state: 'processing',
    });
    expect(parts[0]).toBe(0);
  });
});
