import type { MediaFacts, PartProblem, PublishSetting } from '../content.ts';
import type { Creator } from './creator.ts';
import { textLimits } from './media-limits.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';
import type { Settings } from './settings.ts';

interface Surroundings {
  readonly kind: 'video' | 'photos' | null;
  readonly creator: Creator | null;
  readonly setting: PublishSetting;
  readonly video: MediaFacts | undefined;
}

/** The rules for what was chosen. */
export const checkSettings = (settings: Settings, around: Surroundings): readonly PartProblem[] => {
  const errors = [...grantErrors(settings, around.setting), ...titleErrors(settings, around)];
  if (settings.mode === 'inbox') return errors;
  const consent = settings.branded ? 'tiktok_branded_consent' : 'tiktok_music_consent';
  return [
    ...errors,
    ...audienceErrors(settings, around),
    ...coverErrors(settings, around),
    problem({ id: consent, part: 0, severity: 'info' }),
  ];
};

const error = (id: ProblemId, params: PartProblem['params'] = {}): PartProblem =>
  problem({ id, part: 0, severity: 'error', params });

const grantErrors = ({ mode }: Settings, { scopes }: PublishSetting): readonly PartProblem[] => {
  const needed = mode === 'direct' ? 'video.publish' : 'video.upload';
  if (scopes === null || scopes.includes(needed)) return [];
  return [error(mode === 'direct' ? 'tiktok_direct_not_granted' : 'tiktok_inbox_not_granted')];
};

const titleErrors = ({ title }: Settings, { kind }: Surroundings): readonly PartProblem[] => {
  const { length } = title;
  const limit = textLimits.photoTitle;
  return kind === 'photos' && length > limit ? [error('tiktok_title_too_long', { length, limit })] : [];
};

const audienceErrors = (
  { privacy, branded }: Settings,
  { creator }: Surroundings,
): readonly PartProblem[] => {
  if (privacy === null) return [error('tiktok_privacy_missing')];
  const isClosed = creator !== null && !creator.privacyLevels.includes(privacy);
  return [
    ...(isClosed ? [error('tiktok_privacy_closed')] : []),
    ...(branded && privacy === 'SELF_ONLY' ? [error('tiktok_branded_private')] : []),
  ];
};

const coverErrors = ({ coverMs }: Settings, { video }: Surroundings): readonly PartProblem[] => {
  if (video === undefined || coverMs === null) return [];
  const isWithin = coverMs !== 'wrong' && (video.durationMs === null || coverMs <= video.durationMs);
  return isWithin ? [] : [error('tiktok_cover_wrong')];
};
