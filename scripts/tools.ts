import { findProgram, run } from './project.ts';

/** A program that comes from the system, with the Debian package that has it and what it is for. */
interface SystemTool {
  readonly programs: readonly string[];
  readonly debianPackage: string;
  readonly purpose: string;
}

const systemTools = {
  chromium: {
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debianPackage: 'chromium',
    purpose: 'the end-to-end tests in a real browser',
  },
  dbus: {
    programs: ['dbus-run-session'],
    debianPackage: 'dbus',
    purpose: 'a session for the keychain in tests',
  },
  keyring: {
    programs: ['gnome-keyring-daemon'],
    debianPackage: 'gnome-keyring',
    purpose: 'a real keychain in tests',
  },
  strace: { programs: ['strace'], debianPackage: 'strace', purpose: 'the crash and power-loss tests' },
  ffmpeg: { programs: ['ffmpeg'], debianPackage: 'ffmpeg', purpose: 'the conversion of real films' },
  redis: {
    programs: ['redis-server'],
    debianPackage: 'redis-server',
    purpose: 'comparing the queue with BullMQ',
  },
} satisfies Record<string, SystemTool>;

export type SystemToolName = keyof typeof systemTools;

/**
 * Sees to it that programs of the system are there. On Debian as root it says what is missing and installs it; elsewhere
 * it throws an error that names the command. Other systems than Linux bring their own keychain and do without the rest.
 */
export async function ensureTools(names: readonly SystemToolName[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = names.map((name): SystemTool => systemTools[name]).filter((tool) => !isThere(tool));
  if (missing.length === 0) return;
  for (const tool of missing) console.log(`Missing: ${tool.debianPackage}, for ${tool.purpose}.`);
  const packages = missing.map((tool) => tool.debianPackage);
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  if (findProgram('apt-get') === null || process.getuid?.() !== 0) {
    throw new Error(`Install what is missing and run this again: sudo ${install.join(' ')}`);
  }
  console.log(`Installing: ${packages.join(', ')}.`);
  await aptGet(['update', '-qq']);
  await aptGet(['-qq', ...install.slice(1)]);
  const still = missing.filter((tool) => !isThere(tool)).map((tool) => tool.debianPackage);
  if (still.length > 0) throw new Error(`Still missing after the installation: ${still.join(', ')}.`);
}

function isThere(tool: SystemTool): boolean {
  return tool.programs.some((program) => findProgram(program) !== null);
}

async function aptGet(args: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const code = await run('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new Error(`"apt-get ${args.join(' ')}" failed.`);
}
