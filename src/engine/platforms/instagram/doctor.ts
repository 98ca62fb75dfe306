import { quotaFindings } from '../meta/containers/quota-findings.ts';
import { readQuota } from '../meta/containers/quota.ts';
import type { PlatformApi } from '../platform.ts';
import type { DoctorFinding } from '../reading.ts';
import { graphPath } from './graph.ts';
import { quotaFields } from './stage.ts';

/** Whether apps may work with the account, and how much of the publishing limit is left, as Instagram itself says. */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http, account) => {
  const quota = await readQuota(http, graphPath(account.remoteId, 'content_publishing_limit'), quotaFields);
  return [typeFinding(account), ...quotaFindings('instagram', quota.ok ? quota.data.posts : null)];
};

const typeFinding = ({ username, facts }: Parameters<typeof doctor>[1]): DoctorFinding => {
  const type = typeof facts.accountType === 'string' ? facts.accountType : 'unknown';
  return type.toUpperCase() === 'PERSONAL'
    ? { id: 'instagram_personal', status: 'problem', params: { username } }
    : { id: 'instagram_professional', status: 'ok', params: { username, type: wordOf(type) } };
};

const wordOf = (type: string): string => {
  switch (type.toUpperCase()) {
    case 'BUSINESS':
      return 'business';
    case 'MEDIA_CREATOR':
    case 'CREATOR':
      return 'creator';
    default:
      return 'its kind is not told';
  }
};
