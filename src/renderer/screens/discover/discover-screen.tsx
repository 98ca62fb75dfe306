import { lazy } from 'react';
import { TabbedScreen } from '../../parts/tabbed-screen.tsx';
import { useWords } from '../../words.ts';

const CompetitorsTab = lazy(() =>
  import('./competitors/competitors-tab.tsx').then((file) => ({ default: file.CompetitorsTab })),
);
const TrendsTab = lazy(() => import('./trends/trends-tab.tsx').then((file) => ({ default: file.TrendsTab })));

/** What others do, and what is rising. */
export function DiscoverScreen() {
  const t = useWords();
  return (
    <TabbedScreen
      title={t('discover.title')}
      label={t('discover.tabs.label')}
      tabs={[
        { name: 'competitors', label: t('discover.tabs.competitors'), Content: CompetitorsTab },
        { name: 'trends', label: t('discover.tabs.trends'), Content: TrendsTab },
      ]}
    />
  );
}
