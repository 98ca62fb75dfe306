import { z } from 'zod';
import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Platform } from '../platforms/platform.ts';
import { readSetting, writeSetting } from '../settings/stored-settings.ts';
import type { ListeningDeps } from './listening-deps.ts';

type Source = Pick<ListeningDeps, 'db' | 'ports'>;
type Placed = Pick<Platform, 'name' | 'trendPlaces'>;

const stored = z.string().nullable();
const settingOf = ({ name }: Placed): string => `trendPlace.${name}`;

/** Whether a network has a list for this country; null asks for the one of everywhere. */
const hasPlace = ({ trendPlaces }: Placed, place: string | null): boolean =>
  place === null ? trendPlaces?.usual === null : trendPlaces?.countries.includes(place) === true;

/** The country that a workspace looks at, null for everywhere or where the network has one list. */
export function trendPlaceOf(source: Source, workspaceId: WorkspaceId, platform: Placed): string | null {
  if (platform.trendPlaces === undefined) return null;
  const { usual } = platform.trendPlaces;
  const chosen = readSetting(source, workspaceId, settingOf(platform), stored, usual);
  return hasPlace(platform, chosen) ? chosen : usual;
}

/** The place that a call is about: the one that it names, where the network has a list for it, else the workspace's. */
export const placeAsked = (
  source: Source,
  workspaceId: WorkspaceId,
  platform: Placed,
  named: string | null | undefined,
): string | null =>
  named !== undefined && hasPlace(platform, named) ? named : trendPlaceOf(source, workspaceId, platform);

/** @throws `invalid_input` for a country without a list */
export function assertTrendPlace(platform: Placed, place: string | null): void {
  if (platform.trendPlaces === undefined && place === null) return;
  if (!hasPlace(platform, place))
    throw new OcmaError('invalid_input', { what: `place: ${place ?? 'everywhere'}` });
}

/** Remembers the country; joins the caller's transaction. */
export const keepTrendPlace = (
  { db, ports }: Source,
  workspaceId: WorkspaceId,
  platform: Placed,
  place: string | null,
): void => writeSetting(db, workspaceId, settingOf(platform), place, ports.clock.now());
