import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview, ImportRequest } from '../../../shared/contract/imports.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import { readNow } from '../../clock.tsx';
import { describeFailure } from '../../failure.ts';
import { useApi, useClient } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { instantOf, localOf } from '../../zoned.ts';

/** What is chosen for rows that leave it open. */
export interface ImportChoices {
  readonly accountIds: readonly AccountId[];
  readonly timeZone: string;
  readonly undated: 'draft' | 'slots' | 'spaced';
  /** Wall-clock time in `timeZone` of the first row without a date. */
  readonly start: string;
  readonly everyMinutes: number;
  readonly skipProblems: boolean;
}

/** A table as it was chosen. */
export interface ChosenFile {
  readonly fileName: string;
  readonly csv: string;
}

const hour = 3_600_000;
const mostMinutes = 10_080;

const undatedOf = (choices: ImportChoices): ImportRequest['undated'] => {
  switch (choices.undated) {
    case 'draft':
      return { kind: 'draft' };
    case 'slots':
      return { kind: 'slots' };
    case 'spaced':
      return {
        kind: 'spaced',
        startAt: instantOf(choices.start, choices.timeZone),
        everyMinutes: choices.everyMinutes,
      };
  }
};

/** What keeps rows without a date from being laid out one after another; null where nothing does. */
export function spacingFault(choices: ImportChoices, now: number): 'from' | 'every' | null {
  if (choices.undated !== 'spaced') return null;
  if (choices.start === '' || instantOf(choices.start, choices.timeZone) < now) return 'from';
  const { everyMinutes } = choices;
  return Number.isInteger(everyMinutes) && everyMinutes >= 1 && everyMinutes <= mostMinutes ? null : 'every';
}

/** An import from the chosen file to its result: the preview follows the choices, `apply` does what it showed. */
export function useImport() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const t = useWords();
  const { id: workspaceId, timeZone } = useWorkspace();
  const [file, setFile] = useState<ChosenFile | null>(null);
  /** Stands for the file in the query's key, so that a table of megabytes is never hashed. */
  const [fileNumber, setFileNumber] = useState(0);
  const [changed, setChanged] = useState(false);
  const [options, setOptions] = useState<ImportChoices>(() => ({
    accountIds: [],
    timeZone,
    undated: 'draft',
    start: localOf(Math.ceil((readNow() + hour / 2) / hour) * hour, timeZone),
    everyMinutes: 60,
    skipProblems: false,
  }));
  const startFault = spacingFault(options, readNow());

  const requestOf = (chosen: ChosenFile): ImportRequest => ({
    workspaceId,
    fileName: chosen.fileName,
    csv: chosen.csv,
    accountIds: [...options.accountIds],
    options: {},
    timeZone: options.timeZone,
    undated: undatedOf(options),
    skipProblems: options.skipProblems,
  });

  const preview = useQuery<ImportPreview>({
    queryKey: ['import-preview', workspaceId, fileNumber, options],
    queryFn: ({ signal }) => {
      if (!file) throw new Error('There is no file to preview.');
      return client.imports.preview(requestOf(file), { signal });
    },
    enabled: file !== null && startFault === null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });

  const apply = useMutation({
    mutationFn: ({ chosen, token }: { chosen: ChosenFile; token: string }) =>
      client.imports.apply({ ...requestOf(chosen), token }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: api.queue.key() }),
        queries.invalidateQueries({ queryKey: api.posts.key() }),
        queries.invalidateQueries({ queryKey: api.settings.spending.key() }),
      ]),
    onError: (error) => {
      if (describeFailure(error, t).code !== 'stale_version') return;
      setChanged(true);
      void preview.refetch();
    },
  });

  return {
    file,
    options,
    startFault,
    preview,
    /** True after the world changed between preview and import. */
    changed,
    applying: apply.isPending,
    applyError: changed ? null : apply.error,
    result: apply.data,
    choose: (chosen: ChosenFile): void => {
      apply.reset();
      setChanged(false);
      setFile(chosen);
      setFileNumber((number) => number + 1);
    },
    change: (changes: Partial<ImportChoices>): void => {
      apply.reset();
      setChanged(false);
      setOptions((before) => ({ ...before, ...changes }));
    },
    apply: (token: string): void => {
      setChanged(false);
      if (file) apply.mutate({ chosen: file, token });
    },
    reset: (): void => {
      apply.reset();
      setFile(null);
    },
  };
}
export type ImportRun = ReturnType<typeof useImport>;
