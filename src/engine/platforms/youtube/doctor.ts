import { z } from 'zod';
import type { AccountHttp, CallResult, RawAnswer } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { DoctorFinding } from '../reading.ts';
import { dayReport } from './account-metrics.ts';
import { nextPacificMidnight } from './pacific-day.ts';
import { channelCall, channelListSchema } from './profile.ts';
import { readProblem } from './wire/problem.ts';
import { reading } from './wire/data-api.ts';
import { largestPage, readUploads } from './wire/uploads.ts';
import { publishTimeOf, refusalOf } from './wire/video.ts';
import type { words } from './words.ts';

const finding = (
  status: DoctorFinding['status'],
  id: keyof typeof words.doctor,
  params: DoctorFinding['params'] = {},
): DoctorFinding => ({ id, status, params });

/** Looks at what only YouTube can tell: the channel, the permissions, the APIs of the project, the audit, the budget. */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http, account, now) => [
  ...(await channelFindings(http, now)),
  ...(await permissionFindings(http, account, now)),
  ...(await uploadFindings(http, account)),
  finding('ok', 'youtube_testing'),
];

const hoursLeft = (now: number): number => Math.ceil((nextPacificMidnight(now) - now) / 3_600_000);

const channelFindings = async (http: AccountHttp, now: number): Promise<readonly DoctorFinding[]> => {
  const hours = hoursLeft(now);
  const result = await http.send({
    ...channelCall,
    accepts: [403],
    read: answered,
    answer: z.union([refusedSchema, channelListSchema]),
  });
  if (!result.ok) return [unanswered(result)];
  if ('reason' in result.data) {
    const { reason } = result.data;
    if (isDisabled(reason)) return [finding('problem', 'youtube_api_disabled')];
    if (isQuota(reason)) return [finding('problem', 'youtube_quota_used', { hours })];
    if (isScope(reason)) return [finding('problem', 'youtube_scope_read')];
    return [finding('warning', 'youtube_unanswered', { detail: reason })];
  }
  const [channel] = result.data.items;
  if (channel === undefined) return [finding('problem', 'youtube_no_channel')];
  const long = channel.status?.longUploadsStatus;
  return [
    finding('ok', 'youtube_channel', { title: channel.snippet.title }),
    ...(long === undefined || long === 'allowed' || long === 'longUploadsUnspecified'
      ? []
      : [finding('warning', 'youtube_long_videos')]),
    finding('ok', 'youtube_quota', { hours }),
  ];
};

const permissionFindings = async (
  http: AccountHttp,
  account: AccountRef,
  now: number,
): Promise<readonly DoctorFinding[]> => {
  const asked = { accepts: [403], read: answered, answer: z.union([refusedSchema, z.unknown()]) };
  const comments = await http.send({
    ...reading,
    ...asked,
    operation: 'comments.list',
    path: '/youtube/v3/commentThreads',
    query: { part: 'id', allThreadsRelatedToChannelId: account.remoteId, maxResults: '1' },
  });
  const analytics = await http.send({ ...dayReport(now), ...asked });
  const findings = [
    ...(isScope(reasonOf(comments)) ? [finding('warning', 'youtube_scope_comments')] : []),
    ...(isScope(reasonOf(analytics)) ? [finding('warning', 'youtube_scope_analytics')] : []),
    ...(isDisabled(reasonOf(analytics)) ? [finding('warning', 'youtube_analytics_disabled')] : []),
  ];
  const all = comments.ok && analytics.ok && findings.length === 0;
  return all ? [finding('ok', 'youtube_scopes')] : findings;
};

/** Whether uploads are kept private shows in the newest of them, and so does what YouTube could not process. */
const uploadFindings = async (http: AccountHttp, account: AccountRef): Promise<readonly DoctorFinding[]> => {
  const page = await readUploads(http, account, { cursor: null, size: largestPage });
  if (!page.ok) return [];
  const done = page.data.videos.filter(({ status }) => publishTimeOf(status) === null);
  const refused = done.flatMap(({ status }) => refusalOf(status) ?? []);
  const [reason] = refused;
  const count = done.length;
  const isPrivate = done.every(({ status }) => status?.privacyStatus === 'private');
  const audit =
    count === 0
      ? finding('ok', 'youtube_audit_unknown')
      : isPrivate
        ? finding('warning', 'youtube_audit', { count })
        : finding('ok', 'youtube_audit_passed');
  return reason === undefined
    ? [audit]
    : [audit, finding('warning', 'youtube_refused', { count: refused.length, reason })];
};

const refusedSchema = z.object({ reason: z.string() });

/** A refusal by its reason, which an ordinary failure does not keep. */
const answered = ({ status, body }: RawAnswer): unknown =>
  status === 403 ? { reason: readProblem(body).reasons.join(' ') } : body;

const reasonOf = (result: CallResult<unknown>): string => {
  if (!result.ok) return '';
  const refused = refusedSchema.safeParse(result.data);
  return refused.success ? refused.data.reason : '';
};

const isScope = (reason: string): boolean => /insufficientPermissions|SCOPE_INSUFFICIENT/.test(reason);
const isDisabled = (reason: string): boolean => /accessNotConfigured|SERVICE_DISABLED/.test(reason);
const isQuota = (reason: string): boolean => /quotaExceeded|dailyLimitExceeded/.test(reason);

const unanswered = (result: CallResult<unknown>): DoctorFinding =>
  finding('warning', 'youtube_unanswered', { detail: result.ok ? '' : result.failure.detail });
