import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useTellFailure } from '../parts/offer-undo.tsx';
import { useHold } from '../parts/use-hold.ts';
import { useApi } from '../queries.ts';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';

/** The commands of the palette: places, acts, workspaces. */
export function useCommands(): { group: string; actions: SpotlightActionData[] }[] {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const current = useWorkspace();
  const hold = useHold();
  const [, navigate] = useLocation();
  const chooseWorkspace = useWindowState((state) => state.chooseWorkspace);
  const { data: workspaces = [] } = useQuery(api.workspaces.list.queryOptions({ input: {} }));
  const { data: counts } = useQuery(api.queue.counts.queryOptions({ input: { workspaceId: current.id } }));
  const pausePublishing = useMutation(api.system.pausePublishing.mutationOptions({ onError: tell }));
  const updateApp = useMutation(
    api.settings.updateApp.mutationOptions({
      onError: tell,
      onSuccess: (settings) => queries.setQueryData(api.settings.app.queryKey({ input: {} }), settings),
    }),
  );

  const place = (label: string, href: string, keywords = ''): SpotlightActionData => ({
    id: href,
    label,
    keywords,
    onClick: () => navigate(href),
  });
  const scheme = (colorScheme: 'auto' | 'light' | 'dark'): SpotlightActionData => ({
    id: `scheme-${colorScheme}`,
    label: t(`shell.palette.${colorScheme}`),
    onClick: () => updateApp.mutate({ colorScheme }),
  });
  const paused = counts?.paused ?? false;

  const groups: (SpotlightActionGroupData & { actions: SpotlightActionData[] })[] = [
    {
      group: t('shell.palette.go'),
      actions: [
        place(t('shell.compose'), '/compose', 'write new post'),
        place(t('shell.calendar'), '/', 'home month week day'),
        place(t('shell.queue'), '/queue', 'scheduled failed published'),
        place(t('recurring.title'), '/recurring', 'repeat series weekly daily'),
        place(t('shell.library'), '/library', 'media pictures photos videos files folders tags'),
        place(t('shell.analytics'), '/analytics', 'metrics numbers'),
        place(t('shell.advice'), '/advice', 'best time predictions tests audience optimise'),
        place(t('shell.discover'), '/discover', 'competitors trends benchmarks'),
        place(t('shell.accounts'), '/accounts', 'connect'),
        place(t('shell.import'), '/import', 'csv table'),
        place(t('historyImportScreen.title'), '/import/past', 'csv history metrics numbers'),
        place(t('shell.health'), '/health', 'status'),
        place(t('shell.settings'), '/settings', 'slots spending cap'),
      ],
    },
    {
      group: t('shell.palette.act'),
      actions: [
        hold
          ? place(t('queue.pause.review'), '/hold', 'pause resume publishing')
          : {
              id: 'pause',
              label: paused ? t('shell.palette.resume') : t('shell.palette.pause'),
              onClick: () => pausePublishing.mutate({ paused: !paused }),
            },
        scheme('light'),
        scheme('dark'),
        scheme('auto'),
      ],
    },
  ];
  const others = workspaces.filter(({ id }) => id !== current.id);
  if (others.length > 0) {
    groups.push({
      group: t('shell.palette.workspaces'),
      actions: others.map(({ id, name }) => ({
        id: `workspace-${id}`,
        label: name,
        onClick: () => {
          chooseWorkspace(id);
          navigate('/');
        },
      })),
    });
  }
  return groups;
}
