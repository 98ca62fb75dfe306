import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words.ts';
import { SearchResults } from './search-results.tsx';
import classes from './search-screen.module.css';

/** Search over one's own posts, with the words in the address (`?q=`). */
export function SearchScreen() {
  const t = useWords();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(() => params.get('q') ?? '');
  const [query] = useDebouncedValue(text.trim(), 150);
  useEffect(() => {
    setParams(query === '' ? {} : { q: query }, { replace: true });
  }, [query, setParams]);
  return (
    <Screen title={t('search.title')}>
      <TextInput
        type="search"
        size="md"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
        className={classes.field ?? ''}
        data-autofocus
      />
      <SearchResults query={query} />
    </Screen>
  );
}
