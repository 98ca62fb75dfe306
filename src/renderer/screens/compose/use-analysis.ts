import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { Media } from '../../../shared/models/media.ts';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import type { Draft } from './draft.ts';

/** What the analysis is asked about: the draft as one network sees it. */
function contentFor(draft: Draft, platform: string) {
  const [first, ...rest] = draft.parts;
  const media = draft.parts.flatMap((part) => part.media);
  return {
    content: first?.text ?? '',
    platform,
    options: draft.options[platform] ?? {},
    replies: rest.map(({ text }) => text),
    mediaCount: Math.min(media.length, 20),
    missingAltTexts: Math.min(media.filter(({ altText }) => altText.trim() === '').length, 20),
  };
}

/** Whose posts an estimate is learned from, and when the post goes out; null is now, or not known. */
export interface Plan {
  readonly accountId: AccountId | null;
  readonly at: number | null;
}

/** What a draft shows with its first part; nothing until all of it is known. */
function useMediaKinds(draft: Draft): Media['kind'][] | undefined {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const shown = [...new Set(draft.parts[0]?.media.map(({ id }) => id))];
  const found = useQueries({
    queries: shown.map((id) => api.media.get.queryOptions({ input: { workspaceId, id } })),
    combine: (answers) => answers.flatMap(({ data }) => data?.kind ?? []),
  });
  return found.length === shown.length ? found.slice(0, 20) : undefined;
}

/** The local analysis of a draft as it is planned, anew a moment after the last letter. */
export function useAnalysis(draft: Draft, platform: string, keyphrase: string, { accountId, at }: Plan) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [settled] = useDebouncedValue(draft, 400);
  const [focus] = useDebouncedValue(keyphrase.trim(), 400);
  const mediaKinds = useMediaKinds(settled);
  const plan = {
    ...(accountId === null ? {} : { accountId }),
    ...(at === null ? {} : { at }),
    ...(mediaKinds === undefined ? {} : { mediaKinds }),
  };
  const enabled = platform !== '' && settled.parts.some(({ text }) => text.trim() !== '');
  const { data } = useQuery(
    api.content.analyze.queryOptions({
      input: {
        workspaceId,
        ...contentFor(settled, platform),
        ...plan,
        ...(focus === '' ? {} : { focusKeyphrase: focus }),
      },
      enabled,
      placeholderData: keepPreviousData,
      gcTime: 5_000,
    }),
  );
  return enabled ? data : undefined;
}
