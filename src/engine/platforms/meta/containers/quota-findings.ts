import type { DoctorFinding } from '../../reading.ts';
import type { Quota } from './quota.ts';

/** From this share on it is worth knowing. */
const low = 0.8;

/** How much of a publishing limit is left, under `<prefix>_quota`, `_quota_low`, `_quota_full` or `_quota_unknown`. */
export const quotaFindings = (prefix: string, quota: Quota | null): readonly DoctorFinding[] => {
  if (quota === null) return [{ id: `${prefix}_quota_unknown`, status: 'warning', params: {} }];
  const { used, total, withinMs } = quota;
  const params = { used, total, hours: Math.round(withinMs / 3_600_000) };
  if (used >= total) return [{ id: `${prefix}_quota_full`, status: 'problem', params }];
  return used >= total * low
    ? [{ id: `${prefix}_quota_low`, status: 'warning', params }]
    : [{ id: `${prefix}_quota`, status: 'ok', params }];
};
