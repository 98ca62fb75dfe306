import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { ErrorState } from '../parts/error-state.tsx';
import { LoadingSkeleton } from '../parts/loading-skeleton.tsx';
import { useApi } from '../queries.ts';
import { FirstRunScreen } from '../screens.tsx';
import { WorkspaceProvider } from '../workspace.tsx';
import { Faults } from './faults.tsx';
import { Shell } from './shell.tsx';
import { useLive } from './use-live.ts';

/** Decides between the first page and the shell. */
export function Gate() {
  const api = useApi();
  useLive();
  // The first page stays until the user leaves it, whatever the engine has learnt meanwhile.
  const [firstRun, setFirstRun] = useState<'unknown' | 'open' | 'left'>('unknown');
  const { data, error, refetch } = useQuery(api.system.info.queryOptions({ input: {} }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingSkeleton />;
  if (firstRun === 'unknown' && data.firstRun) setFirstRun('open');
  if (firstRun === 'open') {
    return (
      <Faults>
        <Suspense fallback={<LoadingSkeleton />}>
          <FirstRunScreen onDone={() => setFirstRun('left')} />
        </Suspense>
      </Faults>
    );
  }
  return (
    <WorkspaceProvider fallback={<LoadingSkeleton />}>
      <Shell />
    </WorkspaceProvider>
  );
}
