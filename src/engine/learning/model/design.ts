import type { Features } from './example.ts';
import { medianOf } from '../../statistics/median.ts';

/** One column of the table that is learned from. */
export type Column =
  | { readonly kind: 'number'; readonly feature: string; readonly missing: number }
  /** 1 where the feature has this value. */
  | { readonly kind: 'is'; readonly feature: string; readonly value: string };

/** Features that come around again, with the length of their round. */
const rounds: Readonly<Record<string, number>> = { 'time.hour': 24, 'time.weekday': 7, 'time.month': 12 };

/** Kinds that fewer posts have than this are not told apart. */
const fewest = 3;
/** Most kinds of one feature. */
const mostKinds = 12;

/** Decides on the columns: each number is one, each word that enough posts have is one. */
export function columnsOf(examples: readonly Features[]): Column[] {
  const names = new Set(examples.slice(0, 5000).flatMap((features) => Object.keys(features)));
  return [...names].sort().flatMap((feature): Column[] => {
    const values = examples.map((features) => features[feature] ?? null);
    const numbers = values.filter((value) => typeof value === 'number');
    const kinds = new Map<string, number>();
    for (const value of values) {
      if (typeof value === 'string') kinds.set(value, (kinds.get(value) ?? 0) + 1);
    }
    const first = numbers[0];
    const varies = numbers.some((value) => value !== first);
    return [
      ...(varies ? [{ kind: 'number' as const, feature, missing: medianOf(sampled(numbers)) }] : []),
      ...[...kinds]
        .filter(([, count]) => count >= fewest && count < examples.length)
        .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
        .slice(0, mostKinds)
        .map(([value]) => ({ kind: 'is' as const, feature, value })),
    ];
  });
}

const sampled = (values: readonly number[]): readonly number[] => {
  const step = Math.ceil(values.length / 4000);
  return values.filter((_, index) => index % step === 0);
};

/** The cells of a post, in the columns' order. */
export function cellsOf(columns: readonly Column[], features: Features): Float64Array {
  return Float64Array.from(columns, (column) => {
    const value = features[column.feature] ?? null;
    if (column.kind === 'is') return value === column.value ? 1 : 0;
    return typeof value === 'number' && Number.isFinite(value) ? value : column.missing;
  });
}

/** A smooth term made of one column, for the linear part. */
export interface Term {
  readonly column: number;
  readonly shape: 'plain' | 'square' | 'cube' | 'sine' | 'cosine';
  /** Times a round; 0 for the powers. */
  readonly turns: number;
  readonly round: number;
  /** Of the column, for the powers. */
  readonly center: number;
  readonly scale: number;
}

/** Distinct values from which a number gets a curve rather than a line. */
const curved = 9;

/** Smooth terms of the columns: curves for numbers, waves for hours, weekdays and months. */
export function termsOf(columns: readonly Column[], cells: readonly Float64Array[]): Term[] {
  return columns.flatMap(({ kind, feature }, column): Term[] => {
    const round = rounds[feature];
    if (kind === 'is') return [{ column, shape: 'plain', turns: 0, round: 0, center: 0, scale: 1 }];
    if (round !== undefined) {
      const turns = feature === 'time.hour' ? [1, 2] : [1];
      return turns.flatMap((turn) =>
        (['sine', 'cosine'] as const).map((shape) => ({
          column,
          shape,
          turns: turn,
          round,
          center: 0,
          scale: 1,
        })),
      );
    }
    const values = sampled(cells.map((row) => row[column] ?? 0));
    const center = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const spread = Math.sqrt(
      values.reduce((sum, value) => sum + (value - center) ** 2, 0) / Math.max(1, values.length),
    );
    const scale = spread === 0 ? 1 : spread;
    const shapes =
      new Set(values).size >= curved ? (['plain', 'square', 'cube'] as const) : (['plain'] as const);
    return shapes.map((shape) => ({ column, shape, turns: 0, round: 0, center, scale }));
  });
}

/** Beyond so many spreads from the center a curve goes on as it was there: nobody has seen it further out. */
const farthest = 3;

/** What a term is for a post. */
export function termValue(term: Term, cells: Float64Array): number {
  const value = cells[term.column] ?? 0;
  const angle = (2 * Math.PI * term.turns * value) / (term.round || 1);
  const power = Math.max(-farthest, Math.min(farthest, (value - term.center) / term.scale));
  switch (term.shape) {
    case 'plain':
      return power;
    case 'square':
      return power * power;
    case 'cube':
      return power * power * power;
    case 'sine':
      return Math.sin(angle);
    case 'cosine':
      return Math.cos(angle);
  }
}
