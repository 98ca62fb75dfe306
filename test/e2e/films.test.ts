import { delimiter, join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { inProject } from '../../scripts/project.ts';
import { connectToOwner } from '../../src/host/ownership/owner-client.ts';
import { standIn } from '../host/ffmpeg/stand-in.ts';
import { seedEveryNetwork } from './support/every-network.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();
const filmFile = (name: string) => inProject('test', 'engine', 'media', 'files', name);

/** Far more than it takes, for a machine that has other things to do. */
const longest = 300_000;

beforeAll(() => buildIfStale('renderer'));

test(
  'films that a network does not take are converted in the window, else by ffmpeg, else refused',
  async () => {
    const program = standIn();
    vi.stubEnv('PATH', `${program.directory}${delimiter}${process.env['PATH'] ?? ''}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    program.behave('old');
    const seeded = await seedEveryNetwork();
    const app = await webHost.open({ dataDirectory: seeded.dataDirectory, clock: clockFrom(seeded.now) });
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(app.window, 'films');
      await app.close();
    });
    const { window } = app;
    window.setDefaultTimeout(90_000);
    const look = (name: string) => lookAt(window, pictures, name);
    const picture = (name: string) => window.screenshot({ path: join(pictures, `${name}.png`) });
    const { client } = await connectToOwner(seeded.dataDirectory);
    const post = await client.posts.get({ id: seeded.filmPost });
    const { workspaceId } = post;
    const files = () => client.media.list({ workspaceId, unused: false });
    const named = async (name: string) => (await files()).find(({ fileName }) => fileName === name);
    const note = (name: string) => window.getByRole('region', { name });
    const convert = (name: string) =>
      note(name).getByRole('button', { name: 'Convert to MP4 (H.264)' }).click();
    const replaced = window.getByText('The converted film stands in its place.');
    const exchange = async (before: string, after: string): Promise<void> => {
      await window.getByRole('button', { name: `Remove ${before}` }).click();
      await window.locator('input[type=file]').first().setInputFiles(filmFile(after));
      await note(after).waitFor();
    };

    // The window's own codecs: VP9 with AAC, which Instagram does not take.
    await app.load(`/compose/${seeded.filmPost}`);
    await exchange('upright.mp4', 'vp9-aac.mp4');
    await note('vp9-aac.mp4').getByText('Instagram takes H.264 or HEVC').waitFor();
    await look('film-dropped');

    // Stopped while it reads: nothing has changed, and it can begin anew.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await window.route('**/media/*', async (route) => {
      if (route.request().resourceType() === 'fetch') await held;
      await route.continue().catch(() => undefined);
    });
    await convert('vp9-aac.mp4');
    await note('vp9-aac.mp4').getByText('Converting, 0% done').waitFor();
    await picture('film-in-window');
    const before = (await files()).length;
    await note('vp9-aac.mp4').getByRole('button', { name: 'Stop' }).click();
    await note('vp9-aac.mp4').getByRole('button', { name: 'Convert to MP4 (H.264)' }).waitFor();
    release();
    await window.unroute('**/media/*');
    expect(await files()).toHaveLength(before);

    const said = await window.evaluateHandle(() => {
      const heard = new Set<string>();
      new MutationObserver(() => {
        for (const line of document.querySelectorAll('[aria-live=polite]'))
          heard.add(line.textContent.replace(/\d+/, 'N'));
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      return heard;
    });
    await convert('vp9-aac.mp4');
    await replaced.waitFor();
    await picture('film-converted');
    expect(await said.evaluate((heard) => [...heard])).toEqual(
      expect.arrayContaining(['Converting, N% done', 'Adding it to the library, N% done']),
    );
    const original = await named('vp9-aac.mp4');
    const made = await named('vp9-aac (H.264).mp4');
    expect(original).toMatchObject({ videoCodec: 'vp9', audioCodec: 'aac' });
    expect(made).toMatchObject({
      mimeType: 'video/mp4',
      videoCodec: 'avc',
      audioCodec: 'aac',
      width: 320,
      height: 180,
    });
    expect(made?.durationMs).toBeCloseTo(original?.durationMs ?? 0, -3);
    await expect
      .poll(async () => (await client.posts.get({ workspaceId, id: post.id })).parts[0]?.media[0]?.id)
      .toBe(made?.id);

    // A phone's film, which this Chromium cannot read: ffmpeg is next, and here is none that could.
    const phone = 'phone-hevc-sound.mov';
    await app.load(`/compose/${seeded.phonePost}`);
    await exchange('phone-hevc.mov', phone);
    await note(phone).getByText('Settings > Camera > Formats > Most Compatible').waitFor();
    await convert(phone);
    await note(phone).getByText('This window cannot read HEVC').waitFor();
    await note(phone).getByText('Or install ffmpeg on this computer').waitFor();
    await look('film-refused');

    // Installed meanwhile; stopped, it leaves nothing.
    program.behave('hangs');
    await convert(phone);
    await note(phone).getByText('ffmpeg on this computer converts it, 40% done').waitFor();
    await look('film-by-ffmpeg');
    await note(phone).getByRole('button', { name: 'Stop' }).click();
    await note(phone).getByRole('button', { name: 'Convert to MP4 (H.264)' }).waitFor();
    const gone = () => {
      try {
        return process.kill(program.called().pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(gone).toBe(false);

    program.behave('converts', filmFile('h264-aac.mp4'));
    await convert(phone);
    await replaced.waitFor();
    await picture('film-by-ffmpeg-done');
    expect(await named('phone-hevc-sound (H.264).mp4')).toMatchObject({ videoCodec: 'avc' });

    await app.load('/settings#films');
    await window.getByText('ffmpeg 7.1-stand-in is used.').waitFor();
    await look('settings-films');
    program.behave('old');
    await window.getByRole('button', { name: 'Look again' }).click();
    await window.getByText('No ffmpeg was found that can write H.264.').waitFor();
    await picture('settings-films-none');
    expect(app.complaints).toEqual([]);
  },
  longest,
);
