import { describe, expect, it } from 'vitest';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { scope } from '../../../../src/engine/platforms/youtube/scopes.ts';
import { connected } from './account.ts';
import type { Connected } from './account.ts';
import { fillIn } from '../fill-in.ts';

const findings = async ({ http, account, network }: Connected) => {
  const found = await youtube.api.doctor(http, account, network.now());
  const said: Readonly<Record<string, { text: string; fix: string }>> = youtube.words.doctor;
  for (const { id, params, status } of found) {
    expect(fillIn(said[id]?.text ?? '{{', params)).toMatch(/^[A-Z][^{}]*\.?$/);
    if (status !== 'ok') expect(said[id]?.fix).toMatch(/\.$/);
  }
  return found.map(({ id, status }) => `${status} ${id}`);
};

describe('the connection check', () => {
  it('says that all is well, and what cannot be known', async () => {
    expect(await findings(await connected('harbourcoffee'))).toEqual([
      'ok youtube_channel',
      'ok youtube_quota',
      'ok youtube_scopes',
      'ok youtube_audit_passed',
      'ok youtube_testing',
    ]);
  });

  it('tells of short videos only and of uploads that nobody can judge yet', async () => {
    expect(await findings(await connected('crowd_5'))).toEqual([
      'ok youtube_channel',
      'warning youtube_long_videos',
      'ok youtube_quota',
      'ok youtube_scopes',
      'ok youtube_audit_unknown',
      'ok youtube_testing',
    ]);
  });

  it('notices a project that was not audited, and files that were refused', async () => {
    const here = await connected('crowd_5');
    await here.settings({ forcePrivate: true });
    await here.published();
    await here.published();
    await here.network.pass(60_000);
    const found = await findings(here);
    expect(found).toContain('warning youtube_audit');
    // The same file a second time.
    expect(found).toContain('warning youtube_refused');
  });

  it('names the permissions that were left out', async () => {
    expect(await findings(await connected('harbourcoffee', [scope.read]))).toEqual(
      expect.arrayContaining(['warning youtube_scope_comments', 'warning youtube_scope_analytics']),
    );
  });

  it('names the APIs that are not enabled', async () => {
    const here = await connected();
    await here.settings({ analyticsApiEnabled: false });
    expect(await findings(here)).toContain('warning youtube_analytics_disabled');
    await here.settings({ dataApiEnabled: false });
    expect(await findings(here)).toContain('problem youtube_api_disabled');
  });

  it('says when the budget is used up', async () => {
    const here = await connected();
    await here.quotaUsed('units', 10_000);
    expect(await findings(here)).toContain('problem youtube_quota_used');
  });
});
