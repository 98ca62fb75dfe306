// Plain JavaScript that any Node from 18 on can read: it finds the Node that can read the rest.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const oldestMajor = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a TypeScript entry file under Node 24: in this process where it is one, else in a child that takes over the
 * terminal, the arguments and the signals.
 * @param {URL} entry the file to run
 * @returns {Promise<void>}
 */
export async function runUnderProjectNode(entry) {
  if (majorOf(process.versions.node) >= oldestMajor) {
    // The variable reaches worker threads and child processes, which the call alone does not.
    process.env.NODE_COMPILE_CACHE ||= compileCacheDirectory();
    nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
    process.argv[1] = fileURLToPath(entry);
    await import(entry.href);
    return;
  }
  const node = projectNode();
  if (node === null) {
    process.stderr.write(
      `OCMA needs Node ${oldestMajor} or newer, and this is Node ${process.versions.node}. ` +
        `Run "npm ci" in ${root}, which brings one along, or install it from https://nodejs.org.\n`,
    );
    process.exitCode = 1;
    return;
  }
  await handOver(node, entry);
}

/** The Node binary that `npm ci` installed for this system, or null. */
function projectNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const names = [`node-${systemName()}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  const packages = nodeModule.createRequire(join(root, 'package.json'));
  for (const name of names) {
    const directory = packageDirectory(packages, name);
    const binary = directory && join(directory, 'bin', file);
    if (binary && existsSync(binary)) return binary;
  }
  return null;
}

function systemName() {
  return process.platform === 'win32' ? 'win' : process.platform;
}

function packageDirectory(packages, name) {
  try {
    return dirname(packages.resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

function handOver(node, entry) {
  const child = spawn(node, [fileURLToPath(entry), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compileCacheDirectory(), ...process.env },
  });
  // Ctrl-C reaches the child by the terminal; a signal sent to this process alone is passed on.
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', () => {});
  process.on('SIGTERM', pass);
  process.on('SIGHUP', pass);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`The project's own Node could not be started: ${error.message}\n`);
      process.exitCode = 1;
      resolve();
    });
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
      resolve();
    });
  });
}

/** A folder of this user's own: code must not come from one that others may write to. */
function compileCacheDirectory() {
  const cache = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache');
  return join(cache, 'ocma', 'compiled');
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}

/** The URL of a file of the project, by its path from the top. */
export function projectFile(path) {
  return pathToFileURL(join(root, path));
}
