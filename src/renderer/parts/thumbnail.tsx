import { useQuery } from '@tanstack/react-query';
import type { MediaId, PostId } from '../../shared/models/ids.ts';
import { useApi } from '../queries.ts';
import { useWorkspace } from '../workspace.tsx';
import classes from './thumbnail.module.css';

interface ThumbnailProps {
  readonly postId: PostId;
  /** Width and height in pixels. */
  readonly size: number;
}

/** The first picture or video of a post, small. Its place is kept while it is read. */
export function Thumbnail({ postId, size }: ThumbnailProps) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data: used } = useQuery(
    api.posts.get.queryOptions({
      input: { workspaceId, id: postId },
      select: (post) => post.parts.flatMap((part) => part.media)[0],
    }),
  );
  const { data: media } = useQuery({
    ...api.media.get.queryOptions({
      input: { workspaceId, id: used?.id ?? noMedia },
      enabled: used !== undefined,
    }),
  });
  return (
    <span className={classes.frame} style={{ width: size, height: size }}>
      {media?.kind === 'video' ? <video src={media.url} preload="metadata" muted aria-hidden /> : null}
      {media && media.kind !== 'video' ? (
        <img src={media.url} alt={used?.altText ?? ''} loading="lazy" />
      ) : null}
    </span>
  );
}

const noMedia = '' as MediaId;
