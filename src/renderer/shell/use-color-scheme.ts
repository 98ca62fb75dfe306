import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../queries.ts';

/** Keeps the window's colours as the settings say: the system's, light, or dark. */
export function useColorScheme(): void {
  const api = useApi();
  const { setColorScheme } = useMantineColorScheme();
  const { data } = useQuery(api.settings.app.queryOptions({ input: {} }));
  const wanted = data?.colorScheme;
  useEffect(() => {
    if (wanted) setColorScheme(wanted);
  }, [wanted, setColorScheme]);
}
