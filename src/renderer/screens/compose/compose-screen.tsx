import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { PostId, RecurrenceId } from '../../../shared/models/ids.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import { Editor } from './editor.tsx';

interface Session {
  readonly key: string;
  readonly postId: string | null;
}

const newSession = (postId: string | null): Session => ({ key: crypto.randomUUID(), postId });

/** The session that an address of the history belongs to, where the editor set it. */
const sessionOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && 'composeSession' in state ? state.composeSession : null;

/** The place where posts are written: `/compose` for a new one, `/compose/<id>` for one that is there. */
export function ComposeScreen() {
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const params = useParams<{ postId?: string }>();
  const state: unknown = useHistoryState();
  const wanted = params.postId ?? null;
  const [session, setSession] = useState(() => newSession(wanted));
  if (session.postId !== wanted) {
    // The editor stays when its new post gets an address, and begins anew when another post is opened.
    const same = session.postId === null && sessionOf(state) === session.key;
    setSession(same ? { ...session, postId: wanted } : newSession(wanted));
  }
  return (
    <Opened
      key={session.key}
      postId={session.postId}
      at={search.get('at')}
      seriesId={search.get('series')}
      onCreated={(id) =>
        navigate(`/compose/${id}`, { replace: true, state: { composeSession: session.key } })
      }
    />
  );
}

interface OpenedProps {
  readonly postId: string | null;
  /** The wall-clock time that the calendar was clicked at. */
  readonly at: string | null;
  /** The series whose posts ahead are edited in this draft. */
  readonly seriesId: string | null;
  readonly onCreated: (id: PostId) => void;
}

function Opened({ postId, at, seriesId, onCreated }: OpenedProps) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [openedId] = useState(postId);
  const [openedAt] = useState(at);
  const [openedSeries] = useState(seriesId);
  // What is opened is what the editor begins with; from then on it follows the post by itself.
  const [post, setPost] = useState<Post | null>(null);
  const [series, setSeries] = useState<Recurrence | null>(null);
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const askedPost = useQuery(
    api.posts.get.queryOptions({
      input: { workspaceId, id: (openedId ?? '') as PostId },
      enabled: openedId !== null && post === null,
    }),
  );
  const askedSeries = useQuery(
    api.recurrences.get.queryOptions({
      // The id comes from the address bar; the engine checks it.
      input: { workspaceId, id: (openedSeries ?? '') as RecurrenceId },
      enabled: openedSeries !== null && series === null,
    }),
  );
  if (askedPost.data && post === null) setPost(askedPost.data);
  // Not what was kept from before a change that is being asked for: saving over that would be refused as stale.
  if (askedSeries.data && !askedSeries.isFetching && series === null) setSeries(askedSeries.data);
  const ready =
    accounts.data && (openedId === null || post !== null) && (openedSeries === null || series !== null);
  const error = accounts.error ?? askedPost.error ?? askedSeries.error;
  if (error && !ready) {
    const again = () => Promise.all([accounts.refetch(), askedPost.refetch(), askedSeries.refetch()]);
    return <ErrorState error={error} onRetry={() => void again()} />;
  }
  if (!accounts.data || !ready) return <LoadingSkeleton rows={3} height={120} />;
  return (
    <Editor accounts={accounts.data} opened={post} at={openedAt} series={series} onCreated={onCreated} />
  );
}
