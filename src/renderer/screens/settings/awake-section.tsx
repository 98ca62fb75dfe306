import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { SettingsSection } from './settings-section.tsx';
import { useSave } from './use-save.ts';
import { useAppSettings, useTold } from './use-settings.ts';

/** Whether the machine is kept from sleeping while a post is due soon. */
export function AwakeSection() {
  const t = useWords();
  const api = useApi();
  const told = useTold();
  const { settings, change } = useAppSettings();
  const { data: power } = useQuery(api.power.status.queryOptions({ input: {} }));
  const { state, save } = useSave();
  if (!settings || !power) return null;
  return (
    <SettingsSection
      id="awake"
      title={t('settings.sections.awake')}
      text={t('settings.awake.text')}
      saved={state}
    >
      <Switch
        label={t('settings.awake.label')}
        description={t(power.available ? 'settings.awake.hint' : 'settings.awake.unavailable')}
        disabled={!power.available}
        checked={power.available && settings.keepAwake === 'on'}
        onChange={(event) =>
          told(save(() => change({ keepAwake: event.currentTarget.checked ? 'on' : 'off' })))
        }
      />
    </SettingsSection>
  );
}
