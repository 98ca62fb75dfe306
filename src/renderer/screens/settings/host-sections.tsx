import { SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { QuietHours } from './quiet-hours.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSave } from './use-save.ts';
import { useAppSettings, useTold, useWorkspaceSettings } from './use-settings.ts';

/** What the system tells while the window is closed. */
export function NotificationsSection() {
  const t = useWords();
  const told = useTold();
  const { settings, change } = useWorkspaceSettings();
  const app = useAppSettings();
  const { state, save } = useSave();
  if (!settings) return null;
  return (
    <SettingsSection
      id="notifications"
      title={t('settings.sections.notifications')}
      text={t('settings.notifications.text')}
      saved={state}
    >
      <Switch
        label={t('settings.notifications.published')}
        checked={settings.notifyPublished}
        onChange={(event) => told(save(() => change({ notifyPublished: event.currentTarget.checked })))}
      />
      <Switch
        label={t('settings.notifications.failed')}
        description={t('settings.notifications.failedHint')}
        checked={settings.notifyFailed}
        onChange={(event) => told(save(() => change({ notifyFailed: event.currentTarget.checked })))}
      />
      <QuietHours
        hours={app.settings?.quietHours ?? null}
        onChange={(quietHours) => told(save(() => app.change({ quietHours })))}
      />
    </SettingsSection>
  );
}

const schemes = ['auto', 'light', 'dark'] as const;

/** Light, dark, or as the system. */
export function AppearanceSection() {
  const t = useWords();
  const told = useTold();
  const { settings, change } = useAppSettings();
  const { state, save } = useSave();
  if (!settings) return null;
  return (
    <SettingsSection
      id="appearance"
      title={t('settings.sections.appearance')}
      text={t('settings.appearance.text')}
      saved={state}
    >
      <SegmentedControl
        aria-label={t('settings.appearance.scheme')}
        value={settings.colorScheme}
        data={schemes.map((value) => ({ value, label: t(`settings.appearance.${value}`) }))}
        onChange={(value) => {
          const colorScheme = schemes.find((scheme) => scheme === value);
          if (colorScheme) told(save(() => change({ colorScheme })));
        }}
        w={320}
      />
    </SettingsSection>
  );
}

/** What only the desktop app has: starting with the system, and staying in the tray. */
export function StartupSection() {
  const t = useWords();
  const api = useApi();
  const told = useTold();
  const { settings, change } = useAppSettings();
  const { data: info } = useQuery(api.system.info.queryOptions({ input: {} }));
  const { state, save } = useSave();
  if (!settings || info?.host !== 'desktop') return null;
  return (
    <SettingsSection
      id="startup"
      title={t('settings.sections.startup')}
      text={t('settings.startup.text')}
      saved={state}
    >
      <Switch
        label={t('settings.startup.login')}
        checked={settings.startAtLogin}
        onChange={(event) => told(save(() => change({ startAtLogin: event.currentTarget.checked })))}
      />
      <Switch
        label={t('settings.startup.tray')}
        checked={settings.closeToTray}
        onChange={(event) => told(save(() => change({ closeToTray: event.currentTarget.checked })))}
      />
    </SettingsSection>
  );
}
