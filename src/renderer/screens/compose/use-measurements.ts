import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { Measurement } from '../../../shared/models/measurement.ts';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';

/** A text as one network counts it; `text` is the one that was measured, a moment behind the one being typed. */
export interface Measured {
  readonly platform: string;
  readonly text: string;
  readonly measurement: Measurement;
}

/** Counts a text by each network's own rules as it is typed; a count that is overtaken is given up. */
export function useMeasurements(text: string, platforms: readonly string[]): readonly Measured[] {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [settled] = useDebouncedValue(text, 100);
  return useQueries({
    queries: platforms.map((platform) => ({
      ...api.content.measure.queryOptions({ input: { workspaceId, text: settled, platform } }),
      placeholderData: keepPreviousData,
      gcTime: 5_000,
    })),
    combine: (results) =>
      results.flatMap(({ data }, index): Measured[] => {
        const platform = platforms[index];
        return data && platform ? [{ platform, text: settled, measurement: data }] : [];
      }),
  });
}
