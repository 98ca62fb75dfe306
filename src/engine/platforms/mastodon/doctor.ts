import type { PlatformApi } from '../platform.ts';
import type { DoctorFinding } from '../reading.ts';
import { apiWithQuotes } from './limits.ts';
import { megabytes } from './megabytes.ts';
import { readInstance } from './wire/instance.ts';

/** What the server runs and what it takes. */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http) => {
  const server = await readInstance(http);
  if (!server.ok) return [{ id: 'mastodon_unreadable', status: 'warning', params: {} }];
  const { host, version, limits } = server.data;
  const { software, number } = softwareIn(version);
  const findings: DoctorFinding[] = [
    { id: 'mastodon_server', status: 'ok', params: { host, software, version: number } },
    {
      id: 'mastodon_limits',
      status: 'ok',
      params: {
        characters: limits.characters,
        media: limits.media,
        image: megabytes(limits.imageBytes),
        video: megabytes(limits.videoBytes),
      },
    },
  ];
  if (limits.api >= apiWithQuotes) findings.push({ id: 'mastodon_quotes', status: 'ok', params: {} });
  if (software === 'Mastodon' && Number.parseInt(number, 10) < 4) {
    findings.push({ id: 'mastodon_old', status: 'warning', params: {} });
  }
  return findings;
};

/** Other software names itself behind the version of Mastodon that it is like: `2.7.2 (compatible; Pleroma 2.6.0)`. */
const softwareIn = (version: string): { readonly software: string; readonly number: string } => {
  const [, software, number] = /\(compatible; ([\w.-]+) ([^)]+)\)/.exec(version) ?? [];
  return software === undefined || number === undefined
    ? { software: 'Mastodon', number: version }
    : { software, number };
};
