import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { HistoryColumns, HistoryImport } from '../../../shared/contract/metrics.ts';
import type { Account } from '../../../shared/models/account.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { useSay } from '../../parts/use-say.ts';
import { useApi, useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import type { ChosenFile } from '../import/use-import.ts';

/** What is chosen for a file of past posts. */
export interface HistoryChoices {
  /** Of all rows; null: each row says it. */
  readonly accountId: AccountId | null;
  readonly timeZone: string;
  /** Null: what was chosen before, or is suggested. */
  readonly columns: HistoryColumns | null;
  readonly skipProblems: boolean;
}

/** An import of past posts from the chosen file to its result: the dry run follows the choices. */
export function useHistoryImport(accounts: readonly Account[]) {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const t = useWords();
  const { count: show } = useFormats();
  const numbered = (count: number) => ({ count, shown: show(count) });
  const say = useSay();
  const tell = useTellFailure();
  const [params] = useSearchParams();
  const { id: workspaceId, timeZone } = useWorkspace();
  const [file, setFile] = useState<ChosenFile | null>(null);
  /** Stands for the file in the query's key, so that a table of megabytes is never hashed. */
  const [fileNumber, setFileNumber] = useState(0);
  const asked = accounts.find(({ id }) => id === params.get('account')) ?? null;
  const [chosen, setChosen] = useState<Partial<HistoryChoices>>({});
  const only = accounts.length === 1 ? (accounts[0]?.id ?? null) : null;
  const choices: HistoryChoices = {
    accountId: asked?.id ?? only,
    timeZone,
    columns: null,
    skipProblems: false,
    ...chosen,
  };
  const requestOf = ({ csv }: ChosenFile) => ({
    workspaceId,
    csv,
    timeZone: choices.timeZone,
    skipProblems: choices.skipProblems,
    ...(choices.accountId === null ? {} : { accountId: choices.accountId }),
    ...(choices.columns === null ? {} : { columns: choices.columns }),
  });
  const { accountId, columns } = choices;
  const preview = useQuery<HistoryImport>({
    queryKey: ['history-import', workspaceId, fileNumber, accountId, choices.timeZone, columns],
    queryFn: ({ signal }) => {
      if (!file) throw new Error('There is no file to preview.');
      return client.metrics.importHistory({ ...requestOf(file), dryRun: true }, { signal });
    },
    enabled: file !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const refresh = () =>
    Promise.all(
      [api.metrics.key(), api.learning.key(), api.audience.key()].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  const underWay = useRef<AbortController | null>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  const [taken, setTaken] = useState(0);
  const apply = useMutation({
    /** The result, or null where it was stopped. It goes on when the screen is left. */
    mutationFn: async (table: ChosenFile): Promise<HistoryImport | null> => {
      const own = new AbortController();
      underWay.current = own;
      setTaken(0);
      try {
        const request = { ...requestOf(table), dryRun: false };
        for await (const step of await client.metrics.takeHistory(request, { signal: own.signal })) {
          if (step.kind === 'done') return step.result;
          setTaken(step.taken);
        }
      } catch (error) {
        if (!own.signal.aborted) throw error;
      }
      return null;
    },
    onSuccess: async (result) => {
      if (result === null) {
        say(t('historyImportScreen.taking.stopped'));
        return;
      }
      if (!isShown.current) say(t('historyImportScreen.result.title', numbered(result.imported)));
      await refresh();
    },
    onError(error) {
      if (!isShown.current) tell(error);
    },
  });
  const reset = (): void => {
    apply.reset();
    setFile(null);
  };
  const undo = useMutation({
    mutationFn: (importedAt: number) => client.metrics.undoImport({ workspaceId, importedAt }),
    onSuccess: async ({ removed }) => {
      say(t('historyImportScreen.result.undone', numbered(removed)));
      reset();
      await refresh();
    },
    onError: tell,
  });
  return {
    file,
    choices,
    preview,
    applying: apply.isPending,
    /** Posts that are stored so far, while `applying`. */
    taken,
    applyError: apply.error,
    result: apply.data ?? undefined,
    undoing: undo.isPending,
    choose(next: ChosenFile): void {
      apply.reset();
      setChosen(({ columns: _columns, skipProblems: _skip, ...kept }) => kept);
      setFileNumber((number) => number + 1);
      setFile(next);
    },
    change(changes: Partial<HistoryChoices>): void {
      apply.reset();
      setChosen((before) => ({ ...before, ...changes }));
    },
    apply(): void {
      if (file) apply.mutate(file);
    },
    stop: (): void => underWay.current?.abort(),
    undo: (importedAt: number): void => undo.mutate(importedAt),
    reset,
  };
}
export type HistoryImportRun = ReturnType<typeof useHistoryImport>;
