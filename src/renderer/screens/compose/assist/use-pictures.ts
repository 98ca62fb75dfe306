import { useQueries } from '@tanstack/react-query';
import type { Media } from '../../../../shared/models/media.ts';
import { useApi } from '../../../queries.ts';
import { useWorkspace } from '../../../workspace.tsx';
import type { Draft } from '../draft.ts';

/** The pictures of a draft, in their order, as far as they are read; films are none. */
export function usePictures(draft: Draft): readonly Media[] {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const ids = [...new Set(draft.parts.flatMap(({ media }) => media.map(({ id }) => id)))];
  return useQueries({
    queries: ids.map((id) => api.media.get.queryOptions({ input: { workspaceId, id } })),
    combine: (results) => results.flatMap(({ data }) => (data && data.kind !== 'video' ? [data] : [])),
  });
}
