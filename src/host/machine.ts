import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What the operating system calls this machine, the same for every program and after each start. Empty where it says
 * nothing (a container without an id): a data directory is then known by the file system alone. The computer's name is
 * not taken instead; networks change it.
 */
export function machineId(platform: NodeJS.Platform = process.platform): string {
  try {
    if (platform === 'darwin') {
      const told = run('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']);
      return found(/"IOPlatformUUID" = "([0-9A-Fa-f-]{36})"/, told);
    }
    if (platform === 'win32') {
      const told = run('reg.exe', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid']);
      return found(/MachineGuid\s+REG_SZ\s+(\S+)/, told);
    }
    return linuxId();
  } catch {
    return '';
  }
}

function linuxId(): string {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(file, 'utf8').trim();
      if (/^[0-9a-f]{32}$/.test(id)) return id;
    } catch {
      // The next one.
    }
  }
  return '';
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', timeout: 5_000, windowsHide: true });
}

function found(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[1] ?? '';
}
