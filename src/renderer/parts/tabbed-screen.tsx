import { Tabs } from '@mantine/core';
import { Suspense } from 'react';
import type { ComponentType } from 'react';
import { useSearchParams } from 'wouter';
import { LoadingSkeleton } from './loading-skeleton.tsx';
import { Screen } from './screen.tsx';
import classes from './tabbed-screen.module.css';

/** One page of a screen with tabs. Its name is what the address says (`?tab=`). */
export interface ScreenTab {
  readonly name: string;
  readonly label: string;
  readonly Content: ComponentType;
}

interface TabbedScreenProps {
  readonly title: string;
  readonly label: string;
  /** The first one is shown where the address names none. */
  readonly tabs: readonly [ScreenTab, ...ScreenTab[]];
}

/** A screen whose pages stand behind tabs; the address remembers which one is open. */
export function TabbedScreen({ title, label, tabs }: TabbedScreenProps) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const { name: open, Content } = tabs.find(({ name }) => name === asked) ?? tabs[0];
  return (
    <Screen title={title} layout="full">
      <Tabs
        value={open}
        onChange={(tab) => setParams(tab === null ? {} : { tab })}
        className={classes.main}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} aria-label={label}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.name} value={tab.name} className={classes.tab}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {/* What scrolls can be reached by keyboard, even where it holds no control. */}
        <Tabs.Panel value={open} className={classes.panel} tabIndex={0}>
          <Suspense fallback={<LoadingSkeleton rows={4} />}>
            <Content />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
