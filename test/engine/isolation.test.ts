import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { contract } from '../../src/shared/contract/index.ts';
import { accountId } from '../../src/shared/models/ids.ts';
import { startWorld } from '../support/engine-world.ts';
import { foreign, general, parts } from './isolation/calls.ts';
import type { Stranger } from './isolation/calls.ts';
import { fill } from './isolation/owned.ts';

/** Every procedure is tried, and the whole file read after each, on a machine that may have other things to do. */
const longest = 60_000;

/** Ids share one schema, so that any of them is known as one wherever it stands in an input. */
const anyId: unknown = accountId;

/** Schemas in which no id can hide. */
const plain = new Set(['string', 'number', 'int', 'boolean', 'enum', 'literal']);

interface Procedure {
  readonly name: string;
  readonly method: string;
  readonly scoped: boolean;
  /** Where ids stand in its input, such as `parts.media.id`; the workspace's own is none of them. */
  readonly ids: readonly string[];
}

const definition = z.looseObject({
  inputSchema: z.unknown(),
  route: z.looseObject({ method: z.string().optional() }),
});

/** Every procedure of the contract, so that a new one cannot be forgotten. */
const procedures: readonly Procedure[] = Object.entries(contract).flatMap(([part, described]) =>
  Object.entries(described).map(([name, procedure]): Procedure => {
    const { inputSchema, route } = definition.parse(procedure['~orpc']);
    const all = idsIn(inputSchema);
    return {
      name: `${part}.${name}`,
      method: route.method ?? 'POST',
      scoped: all.includes('workspaceId'),
      ids: all.filter((path) => path !== 'workspaceId'),
    };
  }),
);

function idsIn(schema: unknown, path: readonly string[] = []): string[] {
  if (schema === anyId) return [path.join('.')];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => idsIn(field, [...path, name]));
  }
  if (schema instanceof z.ZodArray) return idsIn(schema.element, path);
  if (schema instanceof z.ZodRecord) return idsIn(schema.valueType, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return idsIn(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: unknown) => idsIn(option, path));
  const type = schema instanceof z.ZodType ? schema.def.type : typeof schema;
  if (!plain.has(type)) throw new Error(`Nobody has looked for ids in a schema of type ${type}.`);
  return [];
}

/** All that one workspace has, in whichever table. */
function rowsOf(file: Database.Database, workspaceId: string): string {
  const tables = z
    .array(z.object({ name: z.string() }))
    .parse(file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all());
  const own = { workspace: 'id = :workspaceId' };
  const accounts = 'IN (SELECT id FROM account WHERE workspace_id = :workspaceId)';
  const conditions = [
    ['workspace_id', 'workspace_id = :workspaceId'],
    ['account_id', `account_id ${accounts}`],
    ['scope_id', `scope_id ${accounts}`],
  ] as const;
  const found = tables.flatMap(({ name }) => {
    const columns = z
      .array(z.object({ name: z.string() }))
      .parse(file.prepare(`SELECT name FROM pragma_table_info(?)`).all(name))
      .map((column) => column.name);
    const where =
      name === 'workspace' ? own.workspace : conditions.find(([column]) => columns.includes(column))?.[1];
    if (where === undefined) return [];
    return [[name, file.prepare(`SELECT * FROM ${name} WHERE ${where}`).all({ workspaceId })] as const];
  });
  return JSON.stringify(found, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
}

/** What stands at a path such as `parts.media.id`, through lists. */
function at(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => at(one, path));
  const [first, ...rest] = path;
  if (first === undefined) return [value];
  return typeof value === 'object' && value !== null ? at(Reflect.get(value, first), rest) : [];
}

async function startTwo() {
  const world = await startWorld();
  const a = await fill(world);
  const { client } = world;
  await client.settings.updateWorkspace({ workspaceId: a.workspaceId, monthlyCapMicros: 77_777_777 });
  const made = await client.workspaces.create({ name: 'B', timeZone: 'UTC' });
  const nowhere = 'http://127.0.0.1:1';
  await client.accounts.setEndpoints({
    workspaceId: made.id,
    platform: 'x',
    endpoints: { authorize: nowhere, token: nowhere, revoke: nowhere, api: nowhere, upload: nowhere },
  });
  const draft = await client.posts.create({ workspaceId: made.id, parts, accountIds: [], labels: [] });
  const b: Stranger = { workspaceId: made.id, draft: draft.id };
  const file = new Database(join(world.directory, 'data', 'ocma.db'), { readonly: true });
  onTestFinished(() => void file.close());

  const dump = (): string => rowsOf(file, a.workspaceId);
  /** What became of a call by B: its answer or its error, as far as either crosses. */
  const ask = async (name: string, input: object): Promise<{ code: string; told: string }> => {
    const [part = '', procedure = ''] = name.split('.');
    const served: unknown = Reflect.get(Reflect.get(client, part), procedure);
    if (typeof served !== 'function') throw new Error(`There is no ${name}.`);
    try {
      const answer: unknown = await served({ ...input, workspaceId: b.workspaceId });
      return { code: 'answered', told: JSON.stringify(answer) };
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      return { code: String(error.code), told: JSON.stringify(error) };
    }
  };
  return { a, b, dump, ask };
}

test('every procedure that takes an id is scoped to a workspace and tried here', () => {
  const taking = procedures.filter(({ ids, name }) => ids.length > 0 && name !== 'workspaces.update');
  expect(taking.length).toBeGreaterThan(30);
  expect(taking.filter(({ scoped }) => !scoped)).toEqual([]);
  expect(Object.keys(foreign).toSorted()).toEqual(taking.map(({ name }) => name).toSorted());
  const rest = procedures.filter(({ scoped, ids }) => scoped && ids.length === 0).map(({ name }) => name);
  expect(Object.keys(general)).toEqual(expect.arrayContaining(rest));
});

test(
  'what belongs to one workspace is not there for another, and stays as it was',
  { timeout: longest },
  async () => {
    const { a, b, dump, ask } = await startTwo();
    const before = dump();
    const mine = new Set<unknown>(Object.values(a));
    for (const id of mine) expect(before).toContain(id);
    const wrong: string[] = [];
    for (const { name, ids } of procedures) {
      const inputs = foreign[name]?.(a, b) ?? [];
      for (const path of inputs.length === 0 ? [] : ids) {
        const tried = inputs.some((input) => at(input, path.split('.')).some((value) => mine.has(value)));
        if (!tried) wrong.push(`${name}: nobody tries ${path}`);
      }
      for (const input of inputs) {
        const { code, told } = await ask(name, input);
        // What is not in the library, or not a post here, is a line of the answer.
        const says = name === 'posts.preflight' && at(input, ['accountIds']).length === 0;
        if (code !== 'not_found' && !says)
          wrong.push(`${name} ${JSON.stringify(input)}: ${code} ${told.slice(0, 300)}`);
        if (dump() !== before) throw new Error(`${name} ${JSON.stringify(input)} has changed what is A’s.`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test(
  'what one workspace is told and does at large holds nothing of another’s',
  { timeout: longest },
  async () => {
    const { a, b, dump, ask } = await startTwo();
    const { workspaceId, username, ...ids } = a;
    const planted = [...Object.values(ids), workspaceId, '77777777', 'Planted', 'A draft of mine'];
    const before = dump();
    expect(before).toContain('Planted');
    const wrong: string[] = [];
    for (const [name, inputsOf] of Object.entries(general)) {
      for (const input of inputsOf(a)) {
        const { code, told } = await ask(name, input);
        if (code === 'invalid_input' || code === 'internal') wrong.push(`${name}: ${code} ${told}`);
        for (const word of [...planted, ...(name.startsWith('imports.') ? [] : [username])])
          if (told.includes(word)) wrong.push(`${name} ${JSON.stringify(input)} tells ${word}: ${told}`);
        if (dump() !== before) throw new Error(`${name} ${JSON.stringify(input)} has changed what is A’s.`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await ask('posts.get', { id: b.draft })).code).toBe('answered');
  },
);
