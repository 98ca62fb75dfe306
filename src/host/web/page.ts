import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from './secrets.ts';

/** The page as it leaves the host, with the nonce that its policy must name. */
export interface Page {
  readonly html: string;
  readonly styleNonce: string;
}

/** Where the page's first script is served. */
export const bootScriptPath = '/boot.js';

/**
 * Runs before the window's own code. The window secret comes once, with the page that an invitation opens; it is kept
 * under this origin (port included, unlike a cookie), so that a reload and further windows have it too.
 */
export const bootScript = `(() => {
  const block = document.getElementById('ocma-boot');
  const boot = JSON.parse(block.textContent);
  const name = 'ocma-window-secret';
  if (boot.windowSecret) {
    localStorage.setItem(name, boot.windowSecret);
    history.replaceState(null, '', '/');
  } else {
    block.textContent = JSON.stringify({ ...boot, windowSecret: localStorage.getItem(name) ?? '' });
  }
})();
`;

/**
 * The built page with its boot data and a fresh nonce. `firstScript` is the address of a script that runs before the
 * window's own code.
 * @throws Error where the window has not been built.
 */
export async function renderPage(
  rendererDirectory: string,
  bootData: Readonly<Record<string, string>>,
  firstScript?: string,
): Promise<Page> {
  const built = await readFile(join(rendererDirectory, 'index.html'), 'utf8');
  const styleNonce = newSecret();
  const boot = JSON.stringify({ ...bootData, styleNonce });
  const block =
    `<script type="application/json" id="ocma-boot">${boot}</script>` +
    (firstScript === undefined ? '' : `<script src="${firstScript}"></script>`);
  return { html: built.replace('<head>', () => `<head>${block}`), styleNonce };
}
