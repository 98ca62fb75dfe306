import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';
import type { AccountHttp } from '../http/call.ts';

/** What collecting and showing numbers needs; `httpOf` is handed in by engine.ts. */
export interface MetricsDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'changed' | 'wake' | 'platformOf'
> {
  readonly httpOf: (accountId: string) => AccountHttp;
}

/** A table of a file, as it is read by another feature. */
export interface ReadTable {
  readonly header: readonly string[];
  readonly lines: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly fault: string | null;
  }[];
}

/** What importing past posts needs beside. */
export interface HistoryImportDeps extends MetricsDeps, Pick<FeatureDeps, 'words'> {
  readonly readTable: (csv: string, isKnownColumn: (name: string) => boolean) => ReadTable;
  readonly zoneOf: (workspaceId: WorkspaceId) => string;
  /** There are more posts to learn from, or fewer; joins the transaction that is open. */
  readonly historyGrew: () => void;
}
