import type { Notice } from '../../shared/models/event.ts';
import type { QuietHours, WorkspaceSettings } from '../../shared/models/settings.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';

/** What telling needs; the functions belong to other features. */
export interface NoticesDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'wake' | 'platformOf'
> {
  readonly settingsOf: (workspaceId: WorkspaceId) => WorkspaceSettings;
  readonly quietHours: () => QuietHours | null;
  /** The zone that this machine is in, which quiet hours are meant in. */
  readonly machineZone: () => string;
  readonly notify: (notice: Notice) => void;
}
