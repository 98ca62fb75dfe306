import { ActionIcon, Menu } from '@mantine/core';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useLocation } from 'wouter';
import type { Post } from '../../../shared/models/post.ts';
import { useOfferUndo, useTellFailure } from '../../parts/offer-undo.tsx';
import { useClient } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';

interface MoreMenuProps {
  readonly post: Post;
  readonly onFlush: () => Promise<unknown>;
  readonly onUnschedule: () => void;
}

/** What is done to a post as a whole, apart from writing and sending it. */
export function MoreMenu({ post, onFlush, onUnschedule }: MoreMenuProps) {
  const t = useWords();
  const client = useClient();
  const [, navigate] = useLocation();
  const { id: workspaceId } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tell = useTellFailure();
  const scheduled = post.deliveries.some(({ state }) => state === 'scheduled');

  const duplicate = async (): Promise<void> => {
    try {
      await onFlush();
      const copy = await client.posts.duplicate({ workspaceId, id: post.id });
      navigate(`/compose/${copy.id}`);
    } catch (error) {
      tell(error);
    }
  };
  const plan = async (): Promise<void> => {
    try {
      await onFlush();
      navigate(`/?campaign=${post.id}`);
    } catch (error) {
      tell(error);
    }
  };
  const remove = async (): Promise<void> => {
    try {
      await onFlush();
      await client.posts.remove({ workspaceId, id: post.id });
      navigate('/');
      offerUndo({
        message: t('compose.more.removed'),
        undo: async () => {
          await client.posts.restore({ workspaceId, id: post.id });
          navigate(`/compose/${post.id}`);
        },
      });
    } catch (error) {
      tell(error);
    }
  };

  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon size={34} aria-label={t('compose.more.label')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {scheduled ? (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onUnschedule}>
            {t('compose.more.unschedule')}
          </Menu.Item>
        ) : null}
        {post.deliveries.some(({ state }) => state === 'draft') ? (
          <Menu.Item leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => void plan()}>
            {t('planning.fromPost')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void duplicate()}>
          {t('compose.more.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>
          {t('compose.more.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
