import type { TimingCell } from '../../../../shared/contract/timing.ts';

/** How an hour is drawn: by its shape, its size and its strength, so that nothing is told by colour alone. */
export interface WeekMark {
  /** Above the usual: filled; below: an outline; else a dot. */
  readonly kind: 'above' | 'below' | 'usual';
  /** 0 to 1: how far from the usual, of the farthest in the week. */
  readonly strength: number;
  /** 0.4 to 1: the narrower its interval, the larger. */
  readonly size: number;
  /** The interval is on one side of zero; else it is striped or dotted. */
  readonly certain: boolean;
}

const smallest = 0.4;
/** From half an interval of this, as a fraction, a mark is at its smallest. */
const vague = 0.5;
const half = ({ low, high }: TimingCell): number => (high - low) / 2;

/** The marks of a week's cells, in their order. */
export function weekMarks(cells: readonly TimingCell[]): readonly WeekMark[] {
  const farthest = Math.max(0.01, ...cells.map(({ gain }) => Math.abs(gain)));
  return cells.map((cell) => {
    const whole = Math.round(cell.gain * 100);
    return {
      kind: whole > 0 ? 'above' : whole < 0 ? 'below' : 'usual',
      strength: Math.abs(cell.gain) / farthest,
      size: 1 - (1 - smallest) * Math.min(1, half(cell) / vague),
      certain: cell.certain,
    };
  });
}

/** Where the arrow keys lead from an hour of the week: days are rows, hours columns; at an edge it stays. */
export function slotAfter(slot: number, key: string): number {
  const [day, hour] = [Math.floor(slot / 24), slot % 24];
  switch (key) {
    case 'ArrowRight':
      return day * 24 + Math.min(23, hour + 1);
    case 'ArrowLeft':
      return day * 24 + Math.max(0, hour - 1);
    case 'ArrowDown':
      return Math.min(6, day + 1) * 24 + hour;
    case 'ArrowUp':
      return Math.max(0, day - 1) * 24 + hour;
    case 'Home':
      return day * 24;
    case 'End':
      return day * 24 + 23;
    default:
      return slot;
  }
}
