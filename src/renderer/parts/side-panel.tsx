import { Drawer } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './side-panel.module.css';

interface SidePanelProps {
  readonly opened: boolean;
  /** Read out as the name of the panel where it lies over the screen. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens beside a list: a column where there is room for one, else a drawer over it. Escape closes it. */
export function SidePanel({ opened, label, onClose, children }: SidePanelProps) {
  const beside = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  useHotkeys([['Escape', () => (opened && beside ? onClose() : undefined)]]);
  if (!opened) return null;
  if (beside) return <aside className={classes.column}>{children}</aside>;
  return (
    <Drawer.Root opened onClose={onClose} position="right" size={440}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={label}>
        <Drawer.Body className={classes.drawer ?? ''}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
