import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createFilmConversions } from '../../../src/engine/media/convert-film.ts';
import { mediaFilePath } from '../../../src/engine/media/files.ts';
import { createMediaHandlers } from '../../../src/engine/media/handlers.ts';
import { createMediaLibrary } from '../../../src/engine/media/library.ts';
import { createFfmpegPort } from '../../../src/host/ffmpeg/ffmpeg-port.ts';
import type { FilmConversion } from '../../../src/shared/models/film-conversion.ts';
import type { MediaId } from '../../../src/shared/models/ids.ts';
import { inProject } from '../../../scripts/project.ts';
import { standIn } from '../../host/ffmpeg/stand-in.ts';
import type { StandInWay } from '../../host/ffmpeg/stand-in.ts';
import { addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import { file, png } from './pictures.ts';

const inFiles = (name: string) => inProject('test', 'engine', 'media', 'files', name);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function start(way: StandInWay | null, result = inFiles('h264-aac.mp4')) {
  const program = standIn();
  if (way !== null) program.behave(way, result);
  const world = await createFeatureWorld(
    way === null ? {} : { filmConverter: createFfmpegPort({ PATH: program.directory }, quiet) },
  );
  const workspaceId = addWorkspace(world);
  const library = createMediaLibrary(world.deps);
  const films = createFilmConversions(world.deps, library);
  const media = createMediaHandlers(world.deps, library, films);
  const caller = { workspaceId, actor: 'user' };
  const { data } = world.deps.ports.paths;
  return {
    program,
    films,
    media,
    library,
    caller,
    workspaceId,
    put: (name: string) => library.put(workspaceId, name, Readable.from([file(name)])),
    convert: (id: MediaId, signal?: AbortSignal) => media.convert(caller, { workspaceId, id }, { signal }),
    unfinished: () => readdirSync(join(data, 'media', 'incoming')),
    kept: (bytes: Uint8Array) =>
      existsSync(mediaFilePath(data, createHash('sha256').update(bytes).digest('hex'))),
  };
}

async function steps(conversion: AsyncIterable<FilmConversion>): Promise<FilmConversion[]> {
  const seen: FilmConversion[] = [];
  for await (const step of conversion) seen.push(step);
  return seen;
}

test('a film becomes an MP4 of the library, and the original stays', async () => {
  const { put, convert, media, caller, unfinished, kept, program } = await start('converts');
  const original = await put('phone-hevc-sound.mov');
  const seen = await steps(convert(original.id));
  const last = seen.at(-1);
  expect(seen[0]).toEqual({ kind: 'converting', share: 0 });
  expect(last).toMatchObject({
    kind: 'done',
    media: { fileName: 'phone-hevc-sound (H.264).mp4', videoCodec: 'avc', audioCodec: 'aac' },
  });
  expect(media.list(caller, { ...caller, unused: false })).toHaveLength(2);
  expect(unfinished()).toEqual([]);
  expect(program.called().arguments.join(' ')).toContain('-f mov');

  // Once is enough, and the same bytes dropped again are the original.
  program.behave('fails');
  expect(await steps(convert(original.id))).toEqual([last]);
  expect((await put('phone-hevc-sound.mov')).id).toBe(original.id);

  // What was made from it keeps its bytes beside it, until it goes as well.
  media.remove(caller, { ...caller, id: original.id });
  expect(kept(file('phone-hevc-sound.mov'))).toBe(true);
  if (last?.kind === 'done') media.remove(caller, { ...caller, id: last.media.id });
  expect(kept(file('phone-hevc-sound.mov'))).toBe(false);
});

test.each([
  ['no program that could', null, 'h264-aac.mp4', 'no_program'],
  ['a program that fails', 'fails', 'h264-aac.mp4', 'failed'],
  ['a result that is no film', 'lies', 'h264-aac.mp4', 'cannot_read'],
  ['a result in another codec', 'converts', 'vp9-aac.mp4', 'cannot_read'],
] as const)('%s converts nothing and leaves nothing behind', async (_name, way, result, fault) => {
  const { put, convert, media, caller, unfinished } = await start(way, inFiles(result));
  const original = await put('phone-hevc-sound.mov');
  expect((await steps(convert(original.id))).at(-1)).toEqual({ kind: 'refused', fault });
  expect(media.list(caller, { ...caller, unused: false })).toEqual([original]);
  expect(unfinished()).toEqual([]);
});

test('who listens no more stops the conversion, and so does the end of the engine', async () => {
  const { put, convert, films, media, caller, unfinished, program } = await start('hangs');
  const original = await put('phone-hevc-sound.mov');
  const alive = () => () => process.kill(program.called().pid, 0);

  const left = convert(original.id);
  for await (const step of left) if (step.kind === 'converting' && step.share > 0) break;
  expect(alive()).toThrow('ESRCH');
  expect(unfinished()).toEqual([]);

  const stop = new AbortController();
  const stopped: FilmConversion[] = [];
  for await (const step of convert(original.id, stop.signal)) {
    stopped.push(step);
    if (step.kind === 'converting' && step.share > 0) stop.abort();
  }
  expect(stopped.map(({ kind }) => kind)).toEqual(['converting', 'converting']);
  expect(alive()).toThrow('ESRCH');

  let ended = Promise.resolve();
  for await (const step of convert(original.id))
    if (step.kind === 'converting' && step.share > 0) ended = films.end();
  await ended;
  expect(alive()).toThrow('ESRCH');
  expect(unfinished()).toEqual([]);
  expect(media.list(caller, { ...caller, unused: false })).toEqual([original]);
});

test('only films are converted, and those of the workspace', async () => {
  const { library, workspaceId, convert, media, caller } = await start('converts');
  const picture = await library.put(workspaceId, 'a.png', Readable.from([png(10, 10)]));
  expect(() => convert(picture.id)).toThrow('not_found');
  expect(await media.converter(caller, {})).toMatchObject({ ffmpeg: { version: '7.1-stand-in' } });
  expect(await (await start(null)).media.converter(caller, {})).toEqual({ ffmpeg: null });
});

test('what the window made from a film keeps the original beside it, where that is still there', async () => {
  const { put, library, workspaceId, media, caller, kept } = await start(null);
  const original = await put('small.webm');
  const made = await library.put(
    workspaceId,
    'small (H.264).mp4',
    Readable.from([file('h264-aac.mp4')]),
    original.id,
  );
  media.remove(caller, { ...caller, id: original.id });
  expect(kept(file('small.webm'))).toBe(true);
  media.remove(caller, { ...caller, id: made.id });
  expect(kept(file('small.webm'))).toBe(false);
});
