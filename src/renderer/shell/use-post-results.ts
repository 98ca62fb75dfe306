import type { SpotlightActionData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useApi } from '../queries.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';

/** The snippet marks its matches with U+2068 and U+2069. */
const plain = (snippet: string): string => snippet.replaceAll(/[\u2068\u2069]/g, '');

/** The user's posts that hold the words of a query, as entries of the palette. */
export function usePostResults(query: string): { actions: SpotlightActionData[]; searching: boolean } {
  const t = useWords();
  const api = useApi();
  const { id } = useWorkspace();
  const [, navigate] = useLocation();
  const [asked] = useDebouncedValue(query.trim(), 150);
  const enabled = asked.length >= 2;
  const { data, isFetching } = useQuery(
    api.posts.search.queryOptions({
      input: { workspaceId: id, query: asked || ' ', limit: 8 },
      enabled,
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),
  );
  const actions = (enabled ? (data ?? []) : []).map((result, index): SpotlightActionData => {
    const { postId, url } = result;
    return {
      id: `post-${postId ?? url ?? index}`,
      label: plain(result.snippet),
      description: result.kind === 'network' ? t('shell.palette.networkPost') : t('shell.palette.ownPost'),
      onClick: () => {
        if (postId) navigate(`/compose/${postId}`);
        else if (url) window.open(url, '_blank', 'noopener');
      },
    };
  });
  if (actions.length > 0) {
    actions.push({
      id: 'all-posts',
      label: t('shell.palette.allPosts', { query: asked }),
      onClick: () => navigate(`/search?q=${encodeURIComponent(asked)}`),
    });
  }
  return { actions, searching: enabled && isFetching };
}
