import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { SettingsSection } from './settings-section.tsx';

/** Whether there is an ffmpeg for the films that the window cannot convert. */
export function FilmsSection() {
  const t = useWords();
  const api = useApi();
  const { data, isFetching, refetch } = useQuery(api.media.converter.queryOptions({ input: {} }));
  if (!data) return null;
  const { ffmpeg } = data;
  return (
    <SettingsSection id="films" title={t('settings.sections.films')} text={t('settings.films.text')}>
      <output>
        <Text size="sm">
          {ffmpeg === null
            ? t('settings.films.missing')
            : t('settings.films.found', { version: ffmpeg.version })}
        </Text>
        <Text size="xs" c="dimmed">
          {ffmpeg === null
            ? t('settings.films.missingHint')
            : t('settings.films.place', { path: ffmpeg.path })}
        </Text>
      </output>
      <Group mt="xs">
        <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('settings.films.again')}
        </Button>
      </Group>
    </SettingsSection>
  );
}
