import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words.ts';
import classes from './loading-skeleton.module.css';

/** True once `milliseconds` have passed since the component appeared. */
export function useDelayed(milliseconds: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}

/** Grey bars for what is still being read, shown only after 200 ms: what comes sooner comes without a flicker. */
export function LoadingSkeleton({ rows = 5, height = 56 }: { rows?: number; height?: number }) {
  const t = useWords();
  const shown = useDelayed(200);
  return (
    <output className={classes.root} aria-label={t('shell.loading')}>
      {shown
        ? Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={height} radius="md" />)
        : null}
    </output>
  );
}
