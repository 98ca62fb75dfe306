import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
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

/** The local analysis of a draft, anew a moment after the last letter. */
export function useAnalysis(draft: Draft, platform: string, keyphrase: string) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [settled] = useDebouncedValue(draft, 400);
  const [focus] = useDebouncedValue(keyphrase.trim(), 400);
  const enabled = platform !== '' && settled.parts.some(({ text }) => text.trim() !== '');
  const { data } = useQuery(
    api.content.analyze.queryOptions({
      input: {
        workspaceId,
        ...contentFor(settled, platform),
        ...(focus === '' ? {} : { focusKeyphrase: focus }),
      },
      enabled,
      placeholderData: keepPreviousData,
      gcTime: 5_000,
    }),
  );
  return enabled ? data : undefined;
}
