import { lazy } from 'react';
import { TabbedScreen } from '../../parts/tabbed-screen.tsx';
import { useWords } from '../../words.ts';

const BestTimeTab = lazy(() =>
  import('./best-time/best-time-tab.tsx').then((file) => ({ default: file.BestTimeTab })),
);
const PredictionsTab = lazy(() =>
  import('./predictions/predictions-tab.tsx').then((file) => ({ default: file.PredictionsTab })),
);
const TestsTab = lazy(() => import('./tests/tests-tab.tsx').then((file) => ({ default: file.TestsTab })));
const AudienceTab = lazy(() =>
  import('./audience/audience-tab.tsx').then((file) => ({ default: file.AudienceTab })),
);

/** What the own history advises: when to post, what to expect, which text does better, and who responds. */
export function AdviceScreen() {
  const t = useWords();
  return (
    <TabbedScreen
      title={t('advice.title')}
      label={t('advice.tabs.label')}
      tabs={[
        { name: 'best-time', label: t('advice.tabs.bestTime'), Content: BestTimeTab },
        { name: 'predictions', label: t('advice.tabs.predictions'), Content: PredictionsTab },
        { name: 'tests', label: t('advice.tabs.tests'), Content: TestsTab },
        { name: 'audience', label: t('advice.tabs.audience'), Content: AudienceTab },
      ]}
    />
  );
}
