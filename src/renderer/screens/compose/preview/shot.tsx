import { Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import type { DraftPart } from '../draft.ts';
import classes from './preview.module.css';

type ShotMedia = DraftPart['media'][number];

interface ShotProps {
  readonly media: ShotMedia;
  /** The network shows descriptions to its readers. */
  readonly described: boolean;
}

/** One picture or film of a preview, with its description behind a button, as networks have it. */
export function Shot({ media: { id, altText }, described }: ShotProps) {
  const t = useWords();
  const { data } = useMedia(id);
  return (
    <span className={classes.shot}>
      {data?.kind === 'video' ? (
        <video src={data.url} preload="metadata" controls muted aria-label={altText || data.fileName} />
      ) : null}
      {data && data.kind !== 'video' ? <img src={data.url} alt={altText} /> : null}
      {described && altText.trim() !== '' ? (
        <Popover width={260} position="top-start">
          <Popover.Target>
            <UnstyledButton className={classes.alt} aria-label={t('compose.preview.altShow')}>
              {t('compose.preview.alt')}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown className={classes.altText ?? ''}>{altText}</Popover.Dropdown>
        </Popover>
      ) : null}
    </span>
  );
}

/** What is known of a file of the library. */
export function useMedia(id: ShotMedia['id'] | undefined) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  return useQuery({
    ...api.media.get.queryOptions({ input: { workspaceId, id: id ?? noMedia } }),
    enabled: id !== undefined,
  });
}

const noMedia = '' as ShotMedia['id'];
