import { join } from 'node:path';

/** The file with which a Linux desktop starts the app at login (freedesktop.org's Autostart specification). */
export function autostartFile(configDirectory: string): string {
  return join(configDirectory, 'autostart', 'ocma.desktop');
}

/** Its content. The program's path is quoted by the rules of the Desktop Entry specification. */
export function autostartEntry(program: string, argument: string): string {
  const quoted = program.replaceAll(/["`$\\]/g, (character) => `\\${character}`).replaceAll('%', '%%');
  // Backslashes are read twice: once as a value of the file, once inside the quotes.
  const value = `"${quoted}" ${argument}`.replaceAll('\\', '\\\\');
  return ['[Desktop Entry]', 'Type=Application', 'Name=OCMA', `Exec=${value}`, 'Terminal=false', ''].join(
    '\n',
  );
}
