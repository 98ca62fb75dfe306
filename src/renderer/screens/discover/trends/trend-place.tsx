import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NetworkTrends } from '../../../../shared/models/listening.ts';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi } from '../../../queries.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';

const everywhere = '';

interface TrendPlaceProps {
  readonly network: Pick<NetworkTrends, 'platform' | 'place' | 'places' | 'everywhere'>;
  readonly title: string;
}

/** The country whose list is shown; the workspace remembers it. Choosing one costs nothing. */
export function TrendPlace({ network, title }: TrendPlaceProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const { locale } = useFormats();
  const tellFailure = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const { platform, places } = network;
  const choose = useMutation(
    api.listening.setTrendPlace.mutationOptions({
      onError: tellFailure,
      onSettled: async () => await queries.invalidateQueries({ queryKey: api.listening.trends.key() }),
    }),
  );
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = places
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((left, right) => left.label.localeCompare(right.label, locale));
  const shown = choose.isPending ? choose.variables.place : network.place;
  return (
    <Select
      size="xs"
      aria-label={t('trends.network.place', { network: title })}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('trends.network.noPlace', { network: title })}
      value={shown ?? everywhere}
      data={[
        ...(network.everywhere ? [{ value: everywhere, label: t('trends.network.everywhere') }] : []),
        ...countries,
      ]}
      onChange={(code) =>
        choose.mutate({ workspaceId, platform, place: code === everywhere || code === null ? null : code })
      }
    />
  );
}
