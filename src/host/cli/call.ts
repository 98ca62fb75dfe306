import { traverseContractProcedures } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { ContractClient } from '../ownership/owner-client.ts';
import { chosenDataDirectory, everyCommand, readArguments, UsageError } from './arguments.ts';
import { withClient } from './connection.ts';

/** `ocma call PROCEDURE 'JSON'`: prints the answer as JSON, a stream as one line an event. */
export async function call(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    ...everyCommand,
    list: { type: 'boolean', default: false },
  });
  const names = procedureNames();
  if (values.list) {
    console.log(names.join('\n'));
    return 0;
  }
  const [name, input, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new UsageError('Name one procedure, and its input as one JSON text in quotes.');
  }
  if (!names.includes(name)) {
    throw new UsageError(`There is no procedure "${name}". "ocma call --list" lists them.`);
  }
  const data = input === undefined ? {} : jsonInput(input);
  await withClient(chosenDataDirectory(values.data), async (client) => {
    await print(await callByName(client, name, data));
  });
  return 0;
}

function procedureNames(): string[] {
  const names: string[] = [];
  traverseContractProcedures({ router: contract, path: [] }, ({ path }) => names.push(path.join('.')));
  return names.sort();
}

function jsonInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`The input is not JSON: ${text.slice(0, 80)}`);
  }
}

function callByName(client: ContractClient, name: string, input: unknown): Promise<unknown> {
  let target: unknown = client;
  for (const step of name.split('.')) target = Reflect.get(Object(target), step);
  if (typeof target !== 'function') throw new UsageError(`There is no procedure "${name}".`);
  return Promise.resolve(Reflect.apply(target, undefined, [input]));
}

async function print(answer: unknown): Promise<void> {
  if (!isAsyncIterable(answer)) {
    console.log(JSON.stringify(answer ?? null, null, 2));
    return;
  }
  for await (const event of answer) console.log(JSON.stringify(event));
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
