import { Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import IconSelector from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { useLocation } from 'wouter';
import { useTellFailure } from '../parts/offer-undo.tsx';
import { useApi } from '../queries.ts';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import { machineZone } from '../zoned.ts';
import classes from './workspace-switcher.module.css';

const AddWorkspace = lazy(() =>
  import('./add-workspace.tsx').then((file) => ({ default: file.AddWorkspace })),
);

/** The workspace that the window looks at, and the way to another. */
export function WorkspaceSwitcher() {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const current = useWorkspace();
  const [, navigate] = useLocation();
  const chooseWorkspace = useWindowState((state) => state.chooseWorkspace);
  const [adding, { open, close }] = useDisclosure(false);
  const { data: workspaces = [] } = useQuery(api.workspaces.list.queryOptions({ input: {} }));
  const enter = (id: string): void => {
    chooseWorkspace(id);
    navigate('/');
  };
  const practise = useMutation(
    api.practice.start.mutationOptions({
      onError: tell,
      onSuccess: async ({ workspace }) => {
        await queries.invalidateQueries({ queryKey: api.workspaces.key() });
        if (workspace) enter(workspace.id);
      },
    }),
  );
  return (
    <>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <UnstyledButton
            className={classes.button}
            aria-label={`${t('shell.workspace.switchTo')}: ${current.name}`}
          >
            <span className={classes.dot} style={{ backgroundColor: current.color }} aria-hidden />
            <span className={classes.name}>{current.name}</span>
            <IconSelector size={14} aria-hidden className={classes.arrows} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {workspaces.map((workspace) => (
            <Menu.Item
              key={workspace.id}
              onClick={() => enter(workspace.id)}
              leftSection={
                <span className={classes.dot} style={{ backgroundColor: workspace.color }} aria-hidden />
              }
              rightSection={workspace.id === current.id ? <IconCheck size={16} aria-hidden /> : null}
              aria-current={workspace.id === current.id || undefined}
            >
              {workspace.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {t('shell.workspace.add')}
          </Menu.Item>
          {workspaces.some(({ kind }) => kind === 'practice') ? null : (
            <Menu.Item
              leftSection={<IconSchool size={16} aria-hidden />}
              disabled={practise.isPending}
              onClick={() => practise.mutate({ timeZone: machineZone() })}
            >
              {t('shell.workspace.tryPractice')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>{adding ? <AddWorkspace onClose={close} onAdded={enter} /> : null}</Suspense>
    </>
  );
}
