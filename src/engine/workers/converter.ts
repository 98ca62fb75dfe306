import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';
import sharp from 'sharp';
import { z } from 'zod';

/** Decodes one HEIC picture and writes it as a JPEG, without what the phone noted of place and time. */
const { from, to } = z.object({ from: z.string(), to: z.string() }).parse(workerData);

try {
  const { data, width, height } = await decode({ buffer: await readFile(from) });
  await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 92 })
    .toFile(to);
  parentPort?.postMessage(true);
} catch {
  parentPort?.postMessage(false);
}
