import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../../src/shared/contract/index.ts';
import { OcmaError } from '../../../src/shared/errors.ts';
import { workspaceId, mediaId } from '../../../src/shared/models/ids.ts';
import type { CallContext, EngineFace } from '../../../src/host/engine-face.ts';

/** What a call saw of its caller. */
interface SmallEngine extends EngineFace {
  readonly actors: string[];
}

/** A few procedures of the contract, so that transports are tested without a whole engine. */
export function smallEngine(): SmallEngine {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-small-engine-'));
  const actors: string[] = [];
  const os = implement(contract).$context<CallContext>();
  return {
    actors,
    router: {
      system: {
        info: os.system.info.handler(({ context }) => {
          actors.push(context.actor);
          return {
            version: '0.0.0',
            host: 'web' as const,
            dataDirectory: directory,
            now: 0,
            timeZone: 'UTC',
            timeZoneDataVersion: '2026c',
            vault: 'absent' as const,
            vaultKind: 'none' as const,
            firstRun: true,
            canOpenBrowser: false,
          };
        }),
        pausePublishing: os.system.pausePublishing.handler(() => {
          throw new Error('the disk said access_token=planted-secret');
        }),
        events: os.system.events.handler(async function* () {
          yield { type: 'hello' as const, at: 1 };
          yield { type: 'hello' as const, at: 2 };
        }),
      },
      content: {
        measure: os.content.measure.handler(({ input }) => {
          throw new ORPCError('content_invalid', {
            status: 422,
            data: { message: `Too long: ${input.text}`, fix: 'Shorten it.' },
          });
        }),
      },
      queue: {
        list: os.queue.list.handler(({ input }) => ({ deliveries: [], next: null, total: input.limit })),
      },
    },
    media: {
      async put(workspace, fileName, stream) {
        if (fileName === 'broken.jpg') throw new OcmaError('media_invalid', { reason: 'It has no end.' });
        const bytes = await buffer(stream);
        writeFileSync(join(directory, fileName), bytes);
        return {
          id: mediaId.parse('stored'),
          workspaceId: workspaceId.parse(workspace ?? 'first'),
          fileName,
          mimeType: 'image/png',
          kind: 'image',
          bytes: bytes.byteLength,
          width: 1,
          height: 1,
          durationMs: null,
          frameRate: null,
          videoCodec: null,
          audioCodec: null,
          altText: '',
          folder: '',
          tags: [],
          needsCleaning: false,
          sentAsIs: false,
          url: '/media/stored',
          createdAt: 0,
          version: 1,
        };
      },
      open(id) {
        if (id !== 'digits') return null;
        const path = join(directory, 'digits');
        writeFileSync(path, '0123456789');
        return { path, mimeType: 'image/png', bytes: readFileSync(path).byteLength };
      },
      openPicture(accountId) {
        if (accountId !== 'acc_1') return null;
        const path = join(directory, 'picture');
        writeFileSync(path, 'a face');
        return { path, mimeType: 'image/png', bytes: 6 };
      },
    },
  };
}
