import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findProgram, inProject } from './project.ts';

/** Draws the PNG files in resources/ anew from the SVG ones, after one of these was changed: `node scripts/icons.ts`. */
const drawings = [
  { from: 'icon.svg', to: 'icon.png', size: 1_024 },
  { from: 'icon.svg', to: 'tray.png', size: 16 },
  { from: 'icon.svg', to: 'tray@2x.png', size: 32 },
  { from: 'trayTemplate.svg', to: 'trayTemplate.png', size: 16 },
  { from: 'trayTemplate.svg', to: 'trayTemplate@2x.png', size: 32 },
];

const executablePath = findProgram('chromium');
const browser = await chromium.launch({
  ...(executablePath !== null && { executablePath }),
  chromiumSandbox: process.getuid?.() !== 0,
});
for (const { from, to, size } of drawings) {
  const svg = await readFile(inProject('resources', from), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(inProject('resources', to), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
