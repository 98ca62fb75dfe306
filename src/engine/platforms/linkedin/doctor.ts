import { z } from 'zod';
import type { AccountHttp, FailureCode } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { DoctorFinding } from '../reading.ts';
import { organizationsOf } from './organization.ts';
import type { linkedin as words } from './words.ts';
import { authorOf, encoded, isOrganization } from './wire/urn.ts';
import { apiVersion, restHeaders } from './wire/version.ts';

type FindingId = keyof typeof words.doctor;

const found = (
  id: FindingId,
  status: DoctorFinding['status'],
  params: DoctorFinding['params'] = {},
): DoctorFinding => ({ id, status, params });

/** What is wrong where the account itself cannot be read. */
const problems: ReadonlyMap<FailureCode, FindingId> = new Map([
  ['auth_expired', 'linkedin_expired'],
  ['auth_revoked', 'linkedin_revoked'],
  ['platform_changed', 'linkedin_version'],
]);

/**
 * Whether LinkedIn has ended this version of its API. Reading who signed in is of no version, so a picture is asked for that
 * nobody has: any other refusal than that of the version is well.
 */
const isVersionGone = async (http: AccountHttp): Promise<boolean> => {
  const result = await http.send({
    operation: 'media.status',
    endpoint: 'api',
    method: 'GET',
    path: `/rest/images/${encoded('urn:li:image:C4E10AQ0')}`,
    headers: restHeaders,
    effect: 'read',
    costMicros: 0,
    answer: z.unknown(),
  });
  return !result.ok && result.failure.code === 'platform_changed';
};

/** Whether LinkedIn still takes the sign-in, and of a page also whether the member still has a role that may post. */
export const doctorBy =
  (profile: PlatformApi['profile']): NonNullable<PlatformApi['doctor']> =>
  async (http, account) => {
    const read = await profile(http, account);
    if (!read.ok) {
      const problem = problems.get(read.failure.code);
      return problem === undefined ? [] : [found(problem, 'problem', { version: apiVersion })];
    }
    if (await isVersionGone(http)) return [found('linkedin_version', 'problem', { version: apiVersion })];
    const name = read.data.displayName;
    const access = found('linkedin_access', 'ok', { name });
    if (!isOrganization(account.facts)) return [access];
    const pages = await organizationsOf(http);
    if (!pages.ok) return [access];
    const holds = pages.data.includes(authorOf(account));
    return [
      access,
      found(holds ? 'linkedin_role' : 'linkedin_role_lost', holds ? 'ok' : 'problem', { name }),
    ];
  };
