import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  /** What will be here. */
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  /** One example. */
  readonly example?: ReactNode;
}

/** What stands where there is nothing yet: what will be here, one button, one example. */
export function EmptyState({ title, text, icon, action, example }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      {icon ? (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <h2 className={classes.title}>{title}</h2>
      {text ? <p className={classes.text}>{text}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
      {example ? <div className={classes.example}>{example}</div> : null}
    </div>
  );
}
