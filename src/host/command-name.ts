/** How the user types a command here: by its name where it is installed, through npm in a clone. */
export function commandAs(command: string, env: NodeJS.ProcessEnv = process.env): string {
  return env.npm_lifecycle_event === undefined ? `ocma ${command}` : `npm run -s ocma -- ${command}`;
}
