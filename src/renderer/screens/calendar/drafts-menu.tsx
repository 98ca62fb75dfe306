import { Button, Menu } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';

/** Drafts have no place in a calendar; here they are found again. */
export function DraftsMenu() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [, navigate] = useLocation();
  const { data } = useQuery(
    api.posts.list.queryOptions({ input: { workspaceId, state: 'draft', limit: 100 } }),
  );
  const drafts = data?.posts ?? [];
  if (drafts.length === 0) return null;
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
          {t('calendar.drafts', { count: drafts.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
        {drafts.map(({ id, parts }) => (
          <Menu.Item key={id} onClick={() => navigate(`/compose/${id}`)}>
            {parts[0]?.text.trim().slice(0, 80) || t('calendar.noWords')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
