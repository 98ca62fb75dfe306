import { readdirSync } from 'node:fs';
import { z } from 'zod';
import type { FailureCode } from '../../../src/engine/http/call.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { hasWords } from '../../../src/engine/words.ts';
import { checked } from '../check.ts';
import type { Check } from '../check.ts';
import { readShared, sharedFolder } from '../shared-files.ts';

const file = z.object({
  response: z.object({
    status: z.int(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown(),
  }),
});

/** What each recorded refusal means; `existingId` where it names the post that was there before. */
const meanings: Readonly<Record<string, { readonly code: FailureCode; readonly existingId?: string }>> = {
  'facebook/error-17-user-limit': { code: 'rate_limited' },
  'facebook/error-190-458-app-removed': { code: 'auth_revoked' },
  'facebook/error-190-463-expired': { code: 'auth_expired' },
  'facebook/error-2-transient': { code: 'unavailable' },
  'facebook/error-4-app-limit': { code: 'rate_limited' },
  'instagram/error-2500-path': { code: 'platform_changed' },
  'linkedin/error-403-unpermitted-param': { code: 'platform_changed' },
  'linkedin/error-422-duplicate': { code: 'duplicate', existingId: 'urn:li:share:7141138937766391808' },
  'mastodon/error-401': { code: 'auth_revoked' },
  'mastodon/error-422-empty': { code: 'content_rejected' },
  'tiktok/error-401-token': { code: 'auth_expired' },
  'tiktok/error-403-unaudited': { code: 'platform_refused' },
};

/** Refusals that the network once gave: each must be understood, and have its sentence and advice. */
export const checkRecordedRefusals = (platform: Platform): readonly Check[] =>
  namesOf(platform.name).flatMap((name) => {
    const { response } = file.parse(JSON.parse(readShared(`specs/fixtures/${name}.json`)));
    if (response.status < 400) return [];
    const answer = { status: response.status, headers: new Headers(response.headers), body: response.body };
    const { code, existingId } = platform.classify(answer, Date.UTC(2026, 10, 22));
    const expected = meanings[name];
    const faults = [
      ...(expected === undefined || expected.code === code
        ? []
        : [`is taken for ${code}, and means ${expected.code}`]),
      ...(expected?.existingId === existingId ? [] : [`names ${existingId ?? 'no post'}`]),
      ...(hasWords(`errors.${code}.message`) && hasWords(`errors.${code}.fix`)
        ? []
        : [`${code} has no advice`]),
    ];
    return [checked(`${platform.card.title}: recorded answers`, name, faults)];
  });

const namesOf = (platform: string): readonly string[] => {
  try {
    return readdirSync(sharedFolder(`specs/fixtures/${platform}`))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${platform}/${name.slice(0, -5)}`);
  } catch {
    return [];
  }
};
