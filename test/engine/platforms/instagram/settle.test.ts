import { describe, expect, it } from 'vitest';
import { instagram } from '../../../../src/engine/platforms/instagram/platform.ts';
import { connected, mediaOn } from '../meta/containers/account.ts';
import type { Connected } from '../meta/containers/account.ts';

const day = 86_400_000;

/** A picture that is staged and not published. */
const ready = async () => {
  const of = await connected(instagram);
  const { image } = await mediaOn();
  const part = of.part({ text: 'Once and only once', media: [image()] });
  const { handle } = await of.staged(part);
  const publish = () => instagram.api.publish(of.http, { ...part, handle });
  return { of, part, handle, publish };
};

const unbroken = (of: Connected) => of.network.fault('containers.publish', { kind: 'delay', ms: 0 });

describe('a publish whose answer was lost', () => {
  it.each([
    { kind: 'accept_then_reset' },
    { kind: 'malformed' },
    { kind: 'status', status: 500, accept: true },
  ])('is out by its container, and a repeat makes no second post: %j', async (fault) => {
    const { of, part, handle, publish } = await ready();
    await of.network.fault('containers.publish', fault);
    expect(await publish()).toMatchObject({
      ok: false,
      failure: { code: 'unknown_outcome', reach: 'unclear' },
    });
    expect(await of.probe(part, handle)).toEqual({ state: 'present', remoteId: null, url: null });
    await unbroken(of);
    expect(await publish()).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.posts()).toHaveLength(1);
  });

  it('is not out where its container is still finished, and goes out by the same one', async () => {
    const { of, part, handle, publish } = await ready();
    await of.network.fault('containers.publish', { kind: 'reset_before' });
    expect(await publish()).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.probe(part, handle)).toEqual({ state: 'absent' });
    await unbroken(of);
    expect(await publish()).toMatchObject({ ok: true });
    expect(await of.posts()).toHaveLength(1);
  });

  it('waits for the list, which lags, and says so in the end all the same', async () => {
    const { of, part, handle, publish } = await ready();
    await of.network.fault('containers.publish', { kind: 'accept_then_reset' });
    const sendingAt = of.network.now();
    await publish();
    await of.network.fault('posts.list', { kind: 'lag_listings', ms: 60_000 });
    expect(await of.probe(part, handle, sendingAt)).toEqual({
      state: 'processing',
      askAt: of.network.now() + 15_000,
    });
    await of.network.pass(61_000);
    expect(await of.probe(part, handle, sendingAt)).toMatchObject({ state: 'present' });
    await of.network.fault('posts.list', { kind: 'status', status: 500 });
    await of.network.pass(181_000);
    expect(await of.probe(part, handle, sendingAt)).toMatchObject({ state: 'present' });
  });

  it('is not out where its container has run out, and a new one is made', async () => {
    const { of, part, handle, publish } = await ready();
    await of.network.pass(day + 1_000);
    expect(await publish()).toMatchObject({ ok: false, failure: { reach: 'unclear' } });
    expect(await of.probe(part, handle)).toEqual({ state: 'expired' });
    const staged = { handle, expiresAt: of.network.now() + day };
    expect(await of.stage(part, staged)).toMatchObject({
      state: 'failed',
      spent: true,
      failure: { code: 'unavailable' },
    });
    expect(await of.stage(part)).toMatchObject({ state: 'ready' });
  });

  it('stays in doubt where Instagram knows no such container, and where it cannot be asked', async () => {
    const { of, part, handle } = await ready();
    const other = JSON.stringify({ container: '17', children: [], madeAt: 0, asked: 0 });
    expect(await of.probe(part, other)).toEqual({ state: 'forgotten' });
    expect(await of.probe(part, 'nonsense')).toEqual({ state: 'forgotten' });
    await of.network.fault('containers.status', { kind: 'status', status: 503 });
    expect(await of.probe(part, handle)).toMatchObject({
      state: 'failed',
      failure: { code: 'unavailable' },
    });
  });
});

describe('an app that may not', () => {
  it('learns that its time is over (190/463) or that the person ended it (190/460)', async () => {
    const { of, publish } = await ready();
    await of.network.fault('containers.publish', { kind: 'token_revoked' });
    expect(await publish()).toMatchObject({ ok: false, failure: { code: 'auth_revoked', reach: 'refused' } });
    const later = await ready();
    await later.of.network.pass(61 * day);
    expect(await later.publish()).toMatchObject({
      ok: false,
      failure: { code: 'auth_expired', reach: 'refused' },
    });
  });

  it('learns which limit holds until when, and that a permission is missing', async () => {
    const { of, publish } = await ready();
    await of.network.fault('containers.publish', { kind: 'rate_limit', resetInMs: 600_000 });
    expect(await publish()).toMatchObject({
      ok: false,
      failure: { code: 'rate_limited', retryAt: of.network.now() + 600_000 },
    });
    const poor = await connected(instagram, { ticks: '1', granted: 'instagram_business_basic' });
    const { image } = await mediaOn();
    const part = poor.part({ text: 'No', media: [image()] });
    expect(await poor.stage(part)).toMatchObject({ state: 'failed', failure: { code: 'scope_missing' } });
  });
});
