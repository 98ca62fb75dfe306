import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workspace } from '../../../shared/models/workspace.ts';
import { useApi, useClient } from '../../queries.ts';
import { useWindowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import type { Start } from './start-choice.tsx';

/** What the first page does: starts the practice network, keeps its zone, and ends the first run. */
export function useFirstRun() {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const chooseWorkspace = useWindowState((state) => state.chooseWorkspace);
  const [practice, setPractice] = useState<Workspace | null>(null);
  const startPractice = useMutation(
    api.practice.start.mutationOptions({ onSuccess: (state) => setPractice(state.workspace) }),
  );
  const updateWorkspace = useMutation(api.workspaces.update.mutationOptions({ onSuccess: setPractice }));

  /** The workspace that real accounts go into, in the chosen zone. */
  const realWorkspace = async (timeZone: string): Promise<Workspace> => {
    const known = (await client.workspaces.list({})).find(({ kind }) => kind === 'real');
    if (!known) return client.workspaces.create({ name: t('firstRun.yourWorkspace'), timeZone });
    if (known.timeZone === timeZone) return known;
    return client.workspaces.update({ id: known.id, version: known.version, timeZone });
  };

  const ending = useMutation({
    mutationFn: async ({ start, timeZone }: { start: Start; timeZone: string }) => {
      const real = await realWorkspace(timeZone);
      await client.settings.updateApp({ firstRunDone: true });
      return start === 'practice' && practice ? practice : real;
    },
    onSuccess: async (workspace) => {
      chooseWorkspace(workspace.id);
      await queries.invalidateQueries();
    },
  });

  return {
    practice,
    starting: startPractice.isPending,
    finishing: ending.isPending,
    error: startPractice.error ?? updateWorkspace.error ?? ending.error,
    startPractice: (timeZone: string) => {
      if (!practice) startPractice.mutate({ timeZone });
    },
    changePracticeZone: (timeZone: string) => {
      if (practice) updateWorkspace.mutate({ id: practice.id, version: practice.version, timeZone });
    },
    /** True where the first run is over; the reason why not is in `error`. */
    finish: (start: Start, timeZone: string): Promise<boolean> =>
      ending.mutateAsync({ start, timeZone }).then(
        () => true,
        () => false,
      ),
  };
}
