import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import classes from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** Beside the title: tabs, ranges, what narrows the view. */
  readonly beside?: ReactNode;
  /** At the end of the header: buttons. */
  readonly actions?: ReactNode;
  /** `page` scrolls as a whole in a column of text width; `full` leaves width and scrolling to its children. */
  readonly layout?: 'page' | 'full';
  readonly children: ReactNode;
}

/** The frame of a screen: a header of one height wherever it fits in one line, and what is below it. */
export function Screen({ title, beside, actions, layout = 'page', children }: ScreenProps) {
  const t = useWords();
  useDocumentTitle(`${title} – ${t('shell.name')}`);
  return (
    <section className={classes.root} aria-label={title}>
      <header className={classes.header}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.beside}>{beside}</div>
        <div className={classes.actions}>{actions}</div>
      </header>
      {layout === 'page' ? (
        // What scrolls can be reached by keyboard, even where it holds no control.
        <div className={classes.body} data-layout="page" role="group" aria-label={title} tabIndex={0}>
          <div className={classes.column}>{children}</div>
        </div>
      ) : (
        <div className={classes.body} data-layout="full">
          {children}
        </div>
      )}
    </section>
  );
}
