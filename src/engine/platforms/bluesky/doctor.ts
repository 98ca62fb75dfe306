import type { PlatformApi } from '../platform.ts';
import type { DoctorFinding } from '../reading.ts';
import { ownServer } from './wire/did-document.ts';
import { readSession } from './wire/session.ts';

/** Which server the account lives on, whether it is active there, and whether it may post videos. */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http) => {
  const session = await readSession(http);
  if (!session.ok) return [];
  const { didDoc, active, status, emailConfirmed } = session.data;
  const server = new URL(ownServer(didDoc) ?? http.endpoints.api).host;
  const findings: DoctorFinding[] = [{ id: 'bluesky_server', status: 'ok', params: { server } }];
  if (active === false) {
    findings.push({ id: 'bluesky_active', status: 'problem', params: { status: status ?? 'not active' } });
  }
  if (emailConfirmed === true) findings.push({ id: 'bluesky_email_confirmed', status: 'ok', params: {} });
  if (emailConfirmed === false) {
    findings.push({ id: 'bluesky_email_unconfirmed', status: 'warning', params: {} });
  }
  return [...findings, { id: 'bluesky_limits', status: 'ok', params: {} }];
};
