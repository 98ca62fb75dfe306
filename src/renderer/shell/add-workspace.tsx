import { Button, Group, Modal, Radio, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { workspaceColors } from '../../shared/workspace-colors.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { useApi } from '../queries.ts';
import { useWords } from '../words.ts';
import { machineZone } from '../zoned.ts';
import classes from './add-workspace.module.css';

interface AddWorkspaceProps {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** The dialog that makes a workspace: a name, a colour, a zone. */
export function AddWorkspace({ onClose, onAdded }: AddWorkspaceProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [color, setColor] = useState<string>(workspaceColors[0].hex);
  const [timeZone, setTimeZone] = useState(machineZone);
  const create = useMutation(
    api.workspaces.create.mutationOptions({
      onSuccess: async (workspace) => {
        await queries.invalidateQueries({ queryKey: api.workspaces.key() });
        onAdded(workspace.id);
        onClose();
      },
    }),
  );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate({ name: name.trim(), color, timeZone });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shell.workspace.addTitle')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form onSubmit={submit}>
        <Text size="sm" c="dimmed" mb="md">
          {t('shell.workspace.addText')}
        </Text>
        <TextInput
          label={t('shell.workspace.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          required
          data-autofocus
        />
        <Radio.Group label={t('shell.workspace.color')} value={color} onChange={setColor} mt="md">
          <Group gap={8} mt={4}>
            {workspaceColors.map(({ key, hex }) => (
              <Radio.Card
                key={key}
                value={hex}
                aria-label={t(`shell.workspace.colors.${key}`)}
                className={classes.color}
                style={{ '--color': hex }}
              />
            ))}
          </Group>
        </Radio.Group>
        <ZoneSelect mt="md" label={t('shell.workspace.timeZone')} value={timeZone} onChange={setTimeZone} />
        {create.error ? <ErrorState inline error={create.error} /> : null}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            {t('shell.workspace.create')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
