import { useSearchParams } from 'wouter';
import type { ExperimentId } from '../../../../shared/models/ids.ts';
import { TestDetail } from './test-detail.tsx';
import { TestList } from './test-list.tsx';

/** Tests of one version against another: all of them, or the one that the address names (`&test=`). */
export function TestsTab() {
  const [params, setParams] = useSearchParams();
  const id = params.get('test');
  const open = (test: string | null): void =>
    setParams(test === null ? { tab: 'tests' } : { tab: 'tests', test });
  // The id comes from the address bar; the engine checks it.
  return id === null ? (
    <TestList onOpen={open} />
  ) : (
    <TestDetail key={id} id={id as ExperimentId} onBack={() => open(null)} />
  );
}
