import { useVirtualizer } from '@tanstack/react-virtual';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import classes from './virtual-list.module.css';

interface VirtualListProps {
  /** Read out as the list's name. */
  readonly label: string;
  readonly count: number;
  /** Height of a row before it is measured, in pixels. */
  readonly estimate: (index: number) => number;
  readonly keyOf: (index: number) => string;
  readonly renderRow: (index: number) => ReactNode;
  /** Called when the last rows come into view. */
  readonly onEnd?: () => void;
  /** Stands above the rows and scrolls with them. */
  readonly above?: ReactNode;
  readonly className?: string;
}

const rowSelector = '[data-row-focus]';

/**
 * A list that draws only the rows in view, of any height. Arrow up and down, Home and End go from row to row: to the
 * element that a row marks with `data-row-focus`.
 */
export function VirtualList({
  label,
  count,
  estimate,
  keyOf,
  renderRow,
  onEnd,
  above,
  className,
}: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { ref: head, height: headHeight } = useElementSize<HTMLDivElement>();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: keyOf,
    overscan: 8,
    scrollMargin: headHeight,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (count > 0 && last >= count - 5) onEnd?.();
  }, [last, count, onEnd]);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const go = (index: number, direction: number): void => {
      if (index < 0 || index >= count) return;
      virtual.scrollToIndex(index);
      requestAnimationFrame(() => {
        const row = element.querySelector(`[data-index="${index}"]`);
        const target = row?.querySelector<HTMLElement>(rowSelector);
        if (row && !target) go(index + direction, direction);
        else target?.focus();
      });
    };
    const step = (event: KeyboardEvent): void => {
      if (!(event.target instanceof HTMLElement) || !event.target.matches(rowSelector)) return;
      const at = Number(event.target.closest('[data-index]')?.getAttribute('data-index'));
      const wanted = new Map([
        ['ArrowDown', at + 1],
        ['ArrowUp', at - 1],
        ['Home', 0],
        ['End', count - 1],
      ]).get(event.key);
      if (wanted === undefined) return;
      event.preventDefault();
      go(wanted, event.key === 'Home' || wanted > at ? 1 : -1);
    };
    element.addEventListener('keydown', step);
    return () => element.removeEventListener('keydown', step);
  }, [virtual, count]);

  return (
    <div ref={scroller} className={className ? `${classes.scroller} ${className}` : classes.scroller}>
      {above ? <div ref={head}>{above}</div> : null}
      <ul ref={list} aria-label={label} className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => (
          <li
            key={row.key}
            ref={virtual.measureElement}
            aria-setsize={count}
            aria-posinset={row.index + 1}
            data-index={row.index}
            className={classes.row}
            style={{ transform: `translateY(${row.start - headHeight}px)` }}
          >
            {renderRow(row.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
