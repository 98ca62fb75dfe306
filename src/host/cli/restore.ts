import { listCopyFiles } from '../../engine/copies/copy-files.ts';
import type { CopyFile } from '../../engine/copies/copy-files.ts';
import { commandAs } from '../command-name.ts';
import { prepareDataDirectory } from '../data-directory.ts';
import { restoreData } from '../restore-data.ts';
import { chosenDataDirectory, everyCommand, readArguments, UsageError } from './arguments.ts';

/** `ocma restore [NAME]`: goes back to a copy of the data, or lists the copies. Works where the data file is damaged, too. */
export async function restore(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    ...everyCommand,
    newest: { type: 'boolean', default: false },
  });
  const dataDirectory = prepareDataDirectory(chosenDataDirectory(values.data));
  const copies = listCopyFiles(dataDirectory);
  const [given, ...more] = positionals;
  if (more.length > 0 || (given !== undefined && values.newest))
    throw new UsageError('Name one copy, or say --newest.');
  const name = given ?? (values.newest ? copies[0]?.name : undefined);
  if (name === undefined) {
    console.log(copies.length === 0 ? 'There is no copy of this data yet.' : copies.map(line).join('\n'));
    return copies.length === 0 ? 1 : 0;
  }
  const restored = await restoreData({ dataDirectory, name, env: process.env });
  if (restored === null) {
    const { connectToOwner } = await import('../ownership/owner-client.ts');
    const owner = await connectToOwner(dataDirectory);
    await owner.client.copies.restore({ name });
  }
  console.log(`${name} is your data now; the data of before is kept beside the copies.
Nothing is sent until you have looked: open OCMA and choose "Review", or run
"${commandAs('call copies.hold')}" and "${commandAs('call copies.release')}".`);
  return 0;
}

function line({ at, name }: CopyFile): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC  ${name}`;
}
