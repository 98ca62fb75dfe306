import { ColorSwatch, Group, Radio } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { workspaceColors } from '../../../shared/workspace-colors.ts';
import { describeFailure } from '../../failure.ts';
import { useNow } from '../../clock.tsx';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { useApi, useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { CommitField } from './commit-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSave } from './use-save.ts';
import { useTold } from './use-settings.ts';
import classes from './workspace-section.module.css';

/** The workspace's name, colour and time zone. */
export function WorkspaceSection() {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const formats = useFormats();
  const now = useNow();
  const told = useTold();
  const workspace = useWorkspace();
  const { state, save } = useSave();

  const change = (changes: { name?: string; color?: string; timeZone?: string }): Promise<void> =>
    save(async () => {
      try {
        await client.workspaces.update({ id: workspace.id, version: workspace.version, ...changes });
      } catch (error) {
        if (describeFailure(error, t).code === 'stale_version') {
          await queries.invalidateQueries({ queryKey: api.workspaces.key() });
        }
        throw error;
      }
      await queries.invalidateQueries({ queryKey: api.workspaces.key() });
    });

  const known = workspaceColors.some(({ hex }) => hex === workspace.color.toLowerCase());
  return (
    <SettingsSection
      id="workspace"
      title={t('settings.sections.workspace')}
      text={workspace.kind === 'practice' ? t('settings.workspace.practice') : t('settings.workspace.text')}
      saved={state}
    >
      <CommitField
        label={t('settings.workspace.name')}
        value={workspace.name}
        width={320}
        check={(text) =>
          text === ''
            ? t('settings.workspace.nameMissing')
            : text.length > 80
              ? t('settings.workspace.nameLong')
              : null
        }
        onCommit={(name) => change({ name })}
      />
      <Radio.Group
        label={t('settings.workspace.color')}
        value={workspace.color.toLowerCase()}
        onChange={(color) => told(change({ color }))}
      >
        <Group gap={8} mt={4}>
          {known ? null : (
            <Radio.Card
              value={workspace.color.toLowerCase()}
              aria-label={t('settings.workspace.colorOf', { color: workspace.color })}
              className={classes.color ?? ''}
            >
              <ColorSwatch color={workspace.color} size={20} withShadow={false} />
            </Radio.Card>
          )}
          {workspaceColors.map(({ key, hex }) => (
            <Radio.Card
              key={key}
              value={hex}
              aria-label={t(`shell.workspace.colors.${key}`)}
              className={classes.color ?? ''}
            >
              <ColorSwatch color={hex} size={20} withShadow={false} />
            </Radio.Card>
          ))}
        </Group>
      </Radio.Group>
      <ZoneSelect
        label={t('settings.workspace.zone')}
        description={t('settings.workspace.zoneHint', { time: formats.time(now) })}
        value={workspace.timeZone}
        onChange={(timeZone) => told(change({ timeZone }))}
      />
    </SettingsSection>
  );
}
