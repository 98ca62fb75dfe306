import { Spotlight, spotlight } from '@mantine/spotlight';
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useState } from 'react';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useCommands } from './use-commands.ts';
import { usePostResults } from './use-post-results.ts';

const holds = (query: string, action: SpotlightActionData): boolean => {
  const text =
    `${action.label ?? ''} ${typeof action.keywords === 'string' ? action.keywords : ''}`.toLowerCase();
  return query
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Everything the app can do, and the user's posts, behind one key. */
export function Palette() {
  const t = useWords();
  const setPaletteOpen = useWindowState((state) => state.setPaletteOpen);
  const [query, setQuery] = useState('');
  const groups = useCommands();
  const posts = usePostResults(query);
  useEffect(() => {
    spotlight.open();
  }, []);
  const found: SpotlightActionGroupData[] = groups.map((group) => ({
    ...group,
    actions: group.actions.filter((action) => holds(query, action)),
  }));
  if (posts.actions.length > 0) found.push({ group: t('shell.palette.posts'), actions: posts.actions });
  return (
    <Spotlight
      attributes={{ content: { 'aria-label': t('shell.search') } }}
      actions={found.filter((group) => group.actions.length > 0)}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => setPaletteOpen(false)}
      shortcut={null}
      clearQueryOnClose={false}
      filter={(_query, actions) => actions}
      highlightQuery={false}
      scrollable
      centered={false}
      yOffset="14vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      maxHeight={420}
      transitionProps={{ duration: 80 }}
      nothingFound={posts.searching ? t('shell.palette.searching') : t('shell.palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} aria-hidden />,
        placeholder: t('shell.palette.placeholder'),
        'aria-label': t('shell.palette.placeholder'),
      }}
    />
  );
}
