import type { Words } from '../../words.ts';

/** What is wrong with a row, or worth knowing of it; as the contract's `importProblem`. */
export interface Remark {
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
  readonly fix: string;
}

/** Collects what is found on one line. */
export interface Remarks {
  problem(id: string, column: string | null, params?: Params): void;
  warning(id: string, column: string | null, params?: Params): void;
  /** For sentences that are elsewhere in the catalogue; `key` has `.text` and `.fix`. */
  other(severity: 'problem' | 'warning', key: string, column: string | null, params: Params): void;
  readonly problems: readonly Remark[];
  readonly warnings: readonly Remark[];
}

type Params = Readonly<Record<string, string | number>>;

export function createRemarks(words: Words, line: number): Remarks {
  const problems: Remark[] = [];
  const warnings: Remark[] = [];
  const add = (list: Remark[], key: string, column: string | null, params: Params = {}) =>
    list.push({ line, column, message: words(`${key}.text`, params), fix: words(`${key}.fix`, params) });
  return {
    problems,
    warnings,
    problem: (id, column, params) => void add(problems, `importWords.${id}`, column, params),
    warning: (id, column, params) => void add(warnings, `importWords.${id}`, column, params),
    other: (severity, key, column, params) =>
      void add(severity === 'problem' ? problems : warnings, key, column, params),
  };
}
