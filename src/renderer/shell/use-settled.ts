import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../queries.ts';
import { useWorkspace } from '../workspace.tsx';

/**
 * True from the moment on at which it is known which bands stand on top, or that it cannot be known: until then the
 * window is not shown, since everything in it would move down when they come.
 */
export function useSettled(): boolean {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const hold = useQuery(api.copies.hold.queryOptions({ input: {} }));
  const counts = useQuery(api.queue.counts.queryOptions({ input: { workspaceId } }));
  const [settled, setSettled] = useState(false);
  const waiting = [hold, counts].some(({ isPending, failureCount }) => isPending && failureCount === 0);
  if (!settled && !waiting) setSettled(true);
  return settled;
}
