import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { ImportPreview } from '../../shared/contract/imports.ts';
import type { Workspace } from '../../shared/models/workspace.ts';
import type { ContractClient } from '../ownership/owner-client.ts';
import { chosenDataDirectory, everyCommand, readArguments, UsageError } from './arguments.ts';
import { accountsNamed } from './accounts-named.ts';
import { withClient } from './connection.ts';
import { importReport } from './import-report.ts';
import { undatedRows } from './undated-rows.ts';

type ImportInput = Parameters<ContractClient['imports']['preview']>[0];

const options = {
  ...everyCommand,
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  account: { type: 'string', multiple: true },
  every: { type: 'string' },
  start: { type: 'string' },
  slots: { type: 'boolean', default: false },
  zone: { type: 'string' },
  'skip-problems': { type: 'boolean', default: false },
  workspace: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

/** `ocma import FILE.csv`: shows what it would do, and does it if the user says so. */
export async function importPosts(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one CSV file.');
  const csv = await readCsv(file);
  return withClient(chosenDataDirectory(values.data), async (client) => {
    const { input, zone } = await importInput(client, { file, csv, values });
    const preview = await client.imports.preview(input);
    const blocked =
      preview.ready === 0 || !preview.withinCap || (preview.problems.length > 0 && !input.skipProblems);
    if (!values.json) console.log(importReport(preview, basename(file), zone, input.skipProblems === true));
    if (values['dry-run'] || blocked) {
      if (values.json) console.log(JSON.stringify({ preview, result: null }));
      return blocked && preview.ready + preview.problems.length > 0 ? 1 : 0;
    }
    if (!values.yes && !(await agreed(preview, values.json))) {
      if (values.json) console.log(JSON.stringify({ preview, result: null }));
      else console.log('Nothing was imported.');
      return 0;
    }
    const result = await client.imports.apply({ ...input, token: preview.token });
    console.log(
      values.json
        ? JSON.stringify({ preview, result })
        : `Imported ${result.imported}. Already here: ${result.already}. Left out: ${result.skipped}.`,
    );
    return 0;
  });
}

async function readCsv(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new Error(`The file ${file} cannot be read. Check its name and that you may read it.`, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`The file ${file} is not text in UTF-8. Save it in your spreadsheet as CSV UTF-8.`, {
      cause,
    });
  }
}

/** The workspace of this id, or the one in use. */
async function workspaceOf(client: ContractClient, id: string | undefined): Promise<Workspace> {
  if (id === undefined) return client.workspaces.current({});
  const workspace = (await client.workspaces.list({})).find((known) => known.id === id);
  if (workspace !== undefined) return workspace;
  throw new UsageError(`There is no workspace "${id}". "ocma call workspaces.list" lists them.`);
}

interface Wanted {
  readonly file: string;
  readonly csv: string;
  readonly values: Partial<Values>;
}

/** What the command asks of the contract, and the zone in which its times are read and shown. */
export async function importInput(
  client: ContractClient,
  { file, csv, values }: Wanted,
): Promise<{ input: ImportInput; zone: string }> {
  const workspace = await workspaceOf(client, values.workspace);
  const zone = values.zone ?? workspace.timeZone;
  const scope = { workspaceId: workspace.id };
  const { now } = await client.system.info({});
  const input = {
    ...scope,
    fileName: basename(file),
    csv,
    accountIds: accountsNamed(values.account ?? [], await client.accounts.list(scope)),
    ...(values.zone !== undefined && { timeZone: values.zone }),
    undated: undatedRows(values, now, zone),
    skipProblems: values['skip-problems'],
  };
  return { input, zone };
}

/** Asks where somebody can answer; elsewhere nobody has said so. */
async function agreed(preview: ImportPreview, json: boolean): Promise<boolean> {
  if (json || !process.stdin.isTTY || !process.stdout.isTTY) {
    if (!json) console.log('Add --yes to import.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Import ${preview.ready} posts? (yes/no) `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
