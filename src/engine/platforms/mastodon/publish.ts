import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PublishAnswer, PublishPart } from '../publishing.ts';
import { apiWithQuotes, limitsOf } from './limits.ts';
import { chosenFrom, languageCode } from './options.ts';
import { scheduledIdOf } from './scheduled-id.ts';
import { scheduledStatus, status } from './wire/schemas.ts';

const answer = z.union([status, scheduledStatus]);

/**
 * Makes one post (`POST /api/v1/statuses`). A repeat with the same `Idempotency-Key` within an hour is answered with the first
 * one. With a time the server keeps it until then.
 */
export const publish = async (http: AccountHttp, part: PublishPart): Promise<CallResult<PublishAnswer>> => {
  const result = await http.send({
    operation: 'posts.create',
    endpoint: 'api',
    method: 'POST',
    path: '/api/v1/statuses',
    ...(part.key !== null && { headers: { 'Idempotency-Key': part.key } }),
    body: { kind: 'json', value: bodyOf(part) },
    effect: 'write',
    costMicros: 0,
    answer,
  });
  if (!result.ok) return result;
  const made = result.data;
  if ('scheduled_at' in made) {
    const at = Date.parse(made.scheduled_at);
    const publishAt = Number.isNaN(at) ? (part.publishAt ?? 0) : at;
    const scheduledId = scheduledIdOf({
      id: made.id,
      at: publishAt,
      text: part.text,
      media: part.mediaIds.length,
    });
    return { ...result, data: { scheduledId, publishAt } };
  }
  return { ...result, data: { remoteId: made.id, url: made.url ?? made.uri ?? '' } };
};

const bodyOf = (part: PublishPart): Readonly<Record<string, unknown>> => {
  const { visibility, spoilerText, sensitive, language, quotes } = chosenFrom(part.options);
  const code = language === '' ? null : languageCode(language);
  const mayBeQuoted = visibility === 'public' || visibility === 'unlisted';
  return {
    status: part.text,
    visibility,
    ...(part.mediaIds.length > 0 && { media_ids: part.mediaIds, sensitive }),
    ...(part.inReplyTo !== null && { in_reply_to_id: part.inReplyTo }),
    ...(spoilerText !== '' && { spoiler_text: spoilerText }),
    ...(code !== null && { language: code }),
    ...(limitsOf(part.account).api >= apiWithQuotes && mayBeQuoted && { quote_approval_policy: quotes }),
    ...(part.publishAt !== null && { scheduled_at: new Date(part.publishAt).toISOString() }),
  };
};
