import { useQueries, useQuery } from '@tanstack/react-query';
import type { Account } from '../../../../shared/models/account.ts';
import type { Media } from '../../../../shared/models/media.ts';
import type { Post } from '../../../../shared/models/post.ts';
import { usePlatforms } from '../../../parts/network-icon.tsx';
import { useApi } from '../../../queries.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { withOptions } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { NetworkOptions } from './network-options.tsx';
import { WhoPublishes } from './who-publishes.tsx';

interface NetworkSectionsProps {
  readonly draft: Draft;
  readonly post: Post | null;
  /** The chosen accounts. */
  readonly accounts: readonly Account[];
  readonly disabled: boolean;
  readonly onChange: (change: (draft: Draft) => Draft) => void;
  readonly onFlush: () => Promise<Post | null>;
}

/** One section for each network that the post goes to. */
export function NetworkSections({
  draft,
  post,
  accounts,
  disabled,
  onChange,
  onFlush,
}: NetworkSectionsProps) {
  const cards = usePlatforms();
  const kinds = useMediaKinds(draft);
  const hasPlace = useHasMediaHost();
  return [...new Set(accounts.map(({ platform }) => platform))].map((platform) => {
    const card = cards.get(platform);
    if (!card) return null;
    const fetched =
      card.fetchesMedia === 'all'
        ? kinds.size > 0
        : card.fetchesMedia === 'images' && (kinds.has('image') || kinds.has('gif'));
    return (
      <NetworkOptions
        key={platform}
        card={card}
        fields={accounts.find((account) => account.platform === platform)?.options ?? card.options}
        values={draft.options[platform] ?? {}}
        disabled={disabled}
        lacksMediaHost={fetched && !hasPlace}
        onChange={(values) => onChange((now) => withOptions(now, platform, values))}
      >
        {accounts
          .filter((account) => account.platform === platform)
          .map((account) => (
            <WhoPublishes
              key={account.id}
              account={account}
              post={post}
              disabled={disabled}
              onFlush={onFlush}
            />
          ))}
      </NetworkOptions>
    );
  });
}

/** What kinds of media the post has, as far as they are read. */
function useMediaKinds(draft: Draft): ReadonlySet<Media['kind']> {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const ids = [...new Set(draft.parts.flatMap(({ media }) => media.map(({ id }) => id)))];
  return useQueries({
    queries: ids.map((id) => api.media.get.queryOptions({ input: { workspaceId, id } })),
    combine: (results) => new Set(results.flatMap(({ data }) => (data ? [data.kind] : []))),
  });
}

/** Whether there is a place from which networks can fetch media; the practice network has one of its own. */
function useHasMediaHost(): boolean {
  const api = useApi();
  const { kind } = useWorkspace();
  const { data } = useQuery(api.settings.mediaHost.queryOptions({ input: {} }));
  return kind === 'practice' || data === undefined || data.mediaHost !== null;
}
