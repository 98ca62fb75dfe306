import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { createFilmConversions } from '../../../src/engine/media/convert-film.ts';
import { createMediaHandlers } from '../../../src/engine/media/handlers.ts';
import { createMediaLibrary } from '../../../src/engine/media/library.ts';
import { readFilm } from '../../../src/engine/media/read-film.ts';
import { createFfmpegPort } from '../../../src/host/ffmpeg/ffmpeg-port.ts';
import { addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import { file } from './pictures.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const port = createFfmpegPort(process.env, quiet);
const ffmpeg = await port.find();

test.skipIf(ffmpeg === null).each([
  ['a phone’s HEVC', 'phone-hevc-sound.mov'],
  ['WebM', 'vp9-opus.webm'],
])('the real ffmpeg makes an MP4 with H.264 and AAC of %s', async (_name, name) => {
  const world = await createFeatureWorld({ filmConverter: port });
  const workspaceId = addWorkspace(world);
  const library = createMediaLibrary(world.deps);
  const media = createMediaHandlers(world.deps, library, createFilmConversions(world.deps, library));
  const original = await library.put(workspaceId, name, Readable.from([file(name)]));
  const input = { workspaceId, id: original.id };
  let last: unknown = null;
  for await (const step of media.convert({ workspaceId, actor: 'user' }, input, { signal: undefined }))
    last = step;
  expect(last).toMatchObject({
    kind: 'done',
    media: { mimeType: 'video/mp4', width: 320, height: 180, videoCodec: 'avc', audioCodec: 'aac' },
  });
  const made = media.list({ workspaceId, actor: 'user' }, { workspaceId, unused: false })[0];
  const path = library.open(made?.id ?? '')?.path ?? '';
  expect((await readFilm(path))?.durationMs).toBeCloseTo(original.durationMs ?? 0, -3);
  // Where it was taken stays in the original.
  expect(file('phone-hevc-sound.mov').includes('+52.5')).toBe(true);
  expect(readFileSync(path).includes('+52.5')).toBe(false);
});

test.skipIf(ffmpeg === null)(
  'a file that says it is a list of other files leads ffmpeg to none',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ocma-ffmpeg-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const from = join(directory, 'list');
    const other = join(import.meta.dirname, 'files', 'h264-aac.mp4');
    writeFileSync(from, `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${other}\n#EXT-X-ENDLIST\n`);
    const how = await ffmpeg?.convert({
      from,
      to: join(directory, 'out.mp4'),
      container: 'mp4',
      keepsPicture: false,
      keepsSound: false,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(how).toBe('failed');
  },
);
