import type { PlatformApi } from '../platform.ts';
import type { DoctorFinding } from '../reading.ts';
import { creatorFrom } from './creator.ts';
import type { Creator } from './creator.ts';
import { calls } from './wire/calls.ts';
import { privacyWords } from './words.ts';
import type { words } from './words.ts';

/**
 * What TikTok itself should be looked at for: whether posting directly is open, to whom, for how long a video, and that
 * nobody can ask TikTok whether an app is audited or how many drafts wait.
 */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http) => {
  const asked = await calls.creatorInfo(http);
  if (!asked.ok && asked.failure.code !== 'scope_missing') return [];
  const general = [finding('tiktok_pending', 'ok')];
  if (!asked.ok) return [finding('tiktok_drafts_only', 'ok'), ...general];
  return [...directFindings(creatorFrom(asked.data.data)), ...general];
};

const directFindings = (creator: Creator): readonly DoctorFinding[] => {
  const { privacyLevels, longestSeconds } = creator;
  const levels = privacyLevels.map((level) => privacyWords[level] ?? level).join(', ');
  const isPrivate = privacyLevels.every((level) => level === 'SELF_ONLY');
  const closed = [
    ...(creator.commentDisabled ? ['comments'] : []),
    ...(creator.duetDisabled ? ['duets'] : []),
    ...(creator.stitchDisabled ? ['stitches'] : []),
  ];
  return [
    isPrivate ? finding('tiktok_private_only', 'warning') : finding('tiktok_direct', 'ok', { levels }),
    ...(isPrivate ? [] : [finding('tiktok_audit', 'warning')]),
    ...(longestSeconds === null ? [] : [finding('tiktok_length', 'ok', { seconds: longestSeconds })]),
    ...(closed.length === 0 ? [] : [finding('tiktok_closed', 'ok', { what: closed.join(', ') })]),
  ];
};

const finding = (
  id: keyof typeof words.doctor,
  status: DoctorFinding['status'],
  params: DoctorFinding['params'] = {},
): DoctorFinding => ({ id, status, params });
