import { dialog } from 'electron';
import type { Words } from '../src/engine/words.ts';
import type { createLocalClient } from '../src/host/local-client.ts';
import { describeLatePosts } from '../src/host/late-posts.ts';

/**
 * Whether the app may quit: at once where no post would be late for it, else when the user has seen their names and says
 * so. Without an answer of the engine nothing is asked: quitting must always work.
 */
export async function mayQuit(
  client: Pick<ReturnType<typeof createLocalClient>, 'power'>,
  words: Words,
  hasTray: boolean,
): Promise<boolean> {
  const late = await client.power.lateIfClosed({}).then(describeLatePosts, () => null);
  if (late === null) return true;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: late.title,
    detail: late.lines.join('\n'),
    buttons: [words(hasTray ? 'desktop.quit.keep' : 'desktop.quit.stay'), words('desktop.quit.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
