import { existsSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilmJob, Log } from '../../../src/engine/ports.ts';
import { createFfmpegPort } from '../../../src/host/ffmpeg/ffmpeg-port.ts';
import { ffmpegPlaces, findFfmpeg } from '../../../src/host/ffmpeg/find-ffmpeg.ts';
import { ffmpegArguments } from '../../../src/host/ffmpeg/run-ffmpeg.ts';
import { inProject } from '../../../scripts/project.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { standIn } from './stand-in.ts';
import type { StandInWay } from './stand-in.ts';

const film = inProject('test', 'engine', 'media', 'files', 'h264-aac.mp4');

/** One conversion by the stand-in, which is stopped at its first word where `stopsAt` says so. */
async function convert(way: StandInWay, stopsAt: 'first word' | 'start' | null = null) {
  const program = standIn();
  program.behave(way, film);
  const warnings: string[] = [];
  const warn: Log['warn'] = (details) => void warnings.push(JSON.stringify(details));
  const log: Log = { debug: () => {}, info: () => {}, warn, error: () => {} };
  const env = { PATH: program.directory, OCMA_X_CLIENT_SECRET: 'ours', FFREPORT: 'file=report.log' };
  const found = await createFfmpegPort(env, log).find();
  if (found === null) throw new Error('The stand-in was not found.');
  const to = join(temporaryDirectory(), 'new film.mp4');
  const stop = new AbortController();
  if (stopsAt === 'start') stop.abort();
  const heard: number[] = [];
  const priorities: number[] = [];
  const job: FilmJob = {
    from: film,
    container: 'mp4',
    to,
    keepsPicture: false,
    keepsSound: true,
    signal: stop.signal,
    onProgress(doneMs) {
      heard.push(doneMs);
      if (stopsAt !== 'first word') return;
      priorities.push(getPriority(program.called().pid));
      stop.abort();
    },
  };
  const how = await found.convert(job);
  return { how, to, heard, program, found, warnings, priorities };
}

test('an installed ffmpeg is found, asked what it is, and given nothing of ours', async () => {
  const { how, found, to, heard, program } = await convert('converts');
  expect(found).toMatchObject({ version: '7.1-stand-in', path: join(program.directory, 'ffmpeg') });
  expect(how).toBe('done');
  expect(existsSync(to)).toBe(true);
  expect(heard).toEqual([1_280, 3_200]);
  expect(Object.keys(program.called().environment)).not.toContain('OCMA_X_CLIENT_SECRET');
  expect(Object.keys(program.called().environment)).not.toContain('FFREPORT');
});

test('one that cannot write H.264 is not used, nor what lies at a relative path', async () => {
  const program = standIn();
  program.behave('old');
  expect(await findFfmpeg({ PATH: program.directory })).toBeNull();
  expect(await findFfmpeg({}, 'win32')).toBeNull();
  expect(ffmpegPlaces({ PATH: '.:bin:/opt/tools' }, 'darwin')).toEqual([
    '/opt/tools',
    '/opt/homebrew/bin',
    '/usr/local/bin',
    '/opt/local/bin',
  ]);
});

test('a conversion that fails leaves no file, and its reason is in the log', async () => {
  const { how, to, warnings } = await convert('fails');
  expect(how).toBe('failed');
  expect(existsSync(to)).toBe(false);
  expect(warnings.join()).toContain('Invalid data found');
});

test('a conversion gives way to others, and one that is stopped ends at once and leaves no file', async () => {
  const { how, to, program, priorities } = await convert('hangs', 'first word');
  expect(how).toBe('stopped');
  expect(priorities).toEqual([constants.priority.PRIORITY_LOW]);
  expect(existsSync(to)).toBe(false);
  expect(() => process.kill(program.called().pid, 0)).toThrow('ESRCH');
});

test('a conversion that is stopped before it began starts no program', async () => {
  const { how, program } = await convert('hangs', 'start');
  expect(how).toBe('stopped');
  expect(() => program.called()).toThrow('ENOENT');
});

test('the film is the only thing that is read, as what it is, and nothing is written but the new one', () => {
  const job = {
    from: '/a b/-i;x',
    to: '/b/new.mp4',
    container: 'webm',
    keepsPicture: false,
    keepsSound: false,
  } as const;
  const given = ffmpegArguments({ encoder: 'libx264' }, job);
  const input = given.indexOf('-i');
  expect(given.slice(0, input)).toEqual(expect.arrayContaining(['-nostdin', '-protocol_whitelist', 'file']));
  expect(given.slice(input - 2, input + 2)).toEqual(['-f', 'matroska', '-i', 'file:/a b/-i;x']);
  expect(given.slice(-2)).toEqual(['-n', 'file:/b/new.mp4']);
  expect(given.join(' ')).toContain('-map_metadata -1');
  const copied = ffmpegArguments({ encoder: 'libx264' }, { ...job, keepsPicture: true, keepsSound: true });
  expect(copied.join(' ')).toContain('-c:v copy -c:a copy');
});
