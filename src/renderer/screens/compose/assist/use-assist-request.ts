import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../../../queries.ts';
import { useWorkspace } from '../../../workspace.tsx';
import type { Draft } from '../draft.ts';
import { takesKeyphrase, takesTopics, taskOf } from './form.ts';
import type { AssistForm, Missing } from './form.ts';
import type { AssistRequest } from './use-assist-run.ts';

interface About {
  readonly draft: Draft;
  readonly platform: string;
  readonly accountId: AssistRequest['accountId'];
  readonly keyphrase: string;
}

/** What would be asked by the form as it stands, or what is lacking. */
export function useAssistRequest(
  form: AssistForm,
  { draft, platform, accountId, keyphrase }: About,
): { readonly request: AssistRequest | null; readonly missing: Missing | null } {
  const { id: workspaceId } = useWorkspace();
  return useMemo(() => {
    const given = taskOf(form, draft);
    if ('missing' in given) return { request: null, missing: given.missing };
    const [first, ...rest] = draft.parts;
    const request: AssistRequest = {
      workspaceId,
      content: first?.text ?? '',
      replies: rest.map(({ text }) => text),
      platform,
      ...(accountId === undefined ? {} : { accountId }),
      ...(keyphrase.trim() === '' || !takesKeyphrase(form.kind) ? {} : { focusKeyphrase: keyphrase.trim() }),
      withTrends: form.withTrends && takesTopics(form.kind),
      task: given.task,
    };
    return { request, missing: null };
  }, [workspaceId, form, draft, platform, accountId, keyphrase]);
}

/** What asking would send and cost, anew a moment after the last change. Nothing is sent to find out. */
export function useAssistPreview(request: AssistRequest | null) {
  const api = useApi();
  const [settled] = useDebouncedValue(request, 400);
  return useQuery(
    api.assist.preview.queryOptions({
      input: settled ?? skipToken,
      gcTime: 5_000,
      ...(settled === null ? {} : { placeholderData: keepPreviousData }),
    }),
  );
}
