import { ipcMain, MessageChannelMain } from 'electron';
import type { MessagePortMain, WebContents } from 'electron';
import { RPCHandler } from '@orpc/server/message-port';
import type { Log } from '../src/engine/ports.ts';
import type { EngineFace } from '../src/host/engine-face.ts';
import { transportErrors } from '../src/host/transport-errors.ts';
import { connectChannel, portChannel } from './channels.ts';
import { maySpeak } from './sender.ts';

/**
 * Gives the window a port to the engine, anew at each load: after the sender is found to be the main frame of our own
 * window on our own page. The port of the load before is closed.
 */
export function serveWindows(
  engine: EngineFace,
  log: Log,
  isOurWindow: (contents: WebContents) => boolean,
): void {
  const handler = new RPCHandler(engine.router, transportErrors(log));
  const ports = new Map<number, MessagePortMain>();
  ipcMain.on(connectChannel, (event) => {
    const { sender, senderFrame } = event;
    const facts = {
      known: isOurWindow(sender),
      mainFrame: senderFrame !== null && senderFrame.parent === null,
      address: senderFrame?.url ?? '',
    };
    if (!maySpeak(facts)) {
      log.warn({ facts }, 'A port was refused to a frame that is not our page.');
      return;
    }
    ports.get(sender.id)?.close();
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: { actor: 'user' } });
    port1.start();
    ports.set(sender.id, port1);
    sender.once('destroyed', () => {
      ports.get(sender.id)?.close();
      ports.delete(sender.id);
    });
    senderFrame?.postMessage(portChannel, null, [port2]);
  });
}
