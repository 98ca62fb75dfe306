import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './decision-row.module.css';

interface DecisionRowProps {
  readonly title: ReactNode;
  readonly text: string;
  /** The buttons, the likeliest first. */
  readonly children: ReactNode;
}

/** One decision for several posts: what happened, and the buttons that settle all of it. */
export function DecisionRow({ title, text, children }: DecisionRowProps) {
  return (
    <section className={classes.row}>
      <div className={classes.words}>
        <strong className={classes.title}>{title}</strong>
        <p className={classes.text}>{text}</p>
      </div>
      <Group gap={8} className={classes.buttons}>
        {children}
      </Group>
    </section>
  );
}
