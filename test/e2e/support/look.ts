import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { windowWords } from '../../../src/shared/catalogue/window.ts';

/** The two looks of every screen. */
const looks = ['light', 'dark'] as const;
type Look = (typeof looks)[number];

/**
 * Serious and critical violations of accessibility on a page as it looks now: rule, what it says, and where. Between
 * the two looks only colours differ, so of the second one only the contrast is judged.
 */
async function violations(page: Page, look: Look): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in globalThis);
  // It sends its half a megabyte of script twice for each analysis, unless it is told that nothing is to be sent.
  const axe = new AxeBuilder(isLoaded ? { page, axeSource: 'void 0' } : { page })
    // A page of its own to gather the results in, as newer modes want, does not exist in Electron; there are no frames here.
    .setLegacyMode()
    // Else it gathers all nodes that pass, too.
    .options({ resultTypes: ['violations'] });
  const { violations: found } = await (look === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}

/** What stands on a page wider than its place, so that one would have to scroll sideways. */
async function sideways(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`;
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [nameOf(root)] : [];
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX, display, visibility } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      if (!scrolls || display === 'none' || visibility === 'hidden' || element.clientWidth === 0) continue;
      if (element.scrollWidth > element.clientWidth + 1) wide.push(nameOf(element));
    }
    return wide;
  });
}

/** What the header of the screen has no room for, so that it lies over its neighbour. */
async function crowded(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('section > header > div')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className} ${element.scrollWidth} > ${element.clientWidth}`),
  );
}

/** How far the window itself could be scrolled: its frame stays, only what is in it moves. */
async function loose(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return Math.max(scrollHeight - clientHeight, document.body.scrollTop);
  });
}

/**
 * Looks at the window in both looks and keeps a picture of each in `directory`: nothing serious is wrong for anybody,
 * no word is missing, nothing is too wide or lies over something else, the frame stays where it is, and no more bands than two are on top.
 */
export async function lookAt(window: Page, directory: string, name: string): Promise<void> {
  await window.getByText(/^Loading/).waitFor({ state: 'detached' });
  // Where nothing answers to the pointer.
  await window.mouse.move(1270, 40);
  await window.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  for (const look of looks) {
    await window.emulateMedia({ colorScheme: look });
    await window.locator(`:root[data-mantine-color-scheme='${look}']`).waitFor({ state: 'attached' });
    await window.screenshot({ path: join(directory, `${name}-${look}.png`) });
    expect.soft({ name, look, found: await violations(window, look) }).toEqual({ name, look, found: [] });
  }
  expect.soft({ name, keys: await rawKeys(window) }).toEqual({ name, keys: [] });
  expect.soft({ name, wide: await sideways(window) }).toEqual({ name, wide: [] });
  expect.soft({ name, crowded: await crowded(window) }).toEqual({ name, crowded: [] });
  expect.soft({ name, loose: await loose(window) }).toEqual({ name, loose: 0 });
  const bands = await window.locator('[href="#content"] + header > :visible').count();
  expect.soft({ name, bands: Math.min(bands, 2) }).toEqual({ name, bands });
}

const rawKey = new RegExp(String.raw`\b(?:${Object.keys(windowWords).join('|')})(?:\.[a-zA-Z][\w-]*)+`, 'g');

/** Keys of the catalogue that a person sees or hears instead of words, and templates that were not filled in. */
async function rawKeys(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const names = ['aria-label', 'placeholder', 'title', 'alt'];
    const spoken = [...document.querySelectorAll('body *')].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...spoken].join('\n');
  });
  return [...(said.match(rawKey) ?? []), ...(said.match(/\{\{\w+\}\}/g) ?? [])];
}

/** Whether the element that has the focus shows it: by an outline, a shadow, or a border that others do not have. */
export async function showsFocus(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement)) return false;
    const marks = (): string => {
      // A field may draw the mark around itself and its label.
      const places = [activeElement, activeElement.parentElement, activeElement.nextElementSibling];
      return places
        .filter((place) => place !== null)
        .map((place) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
            getComputedStyle(place);
          const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
          return [outline, boxShadow, borderColor, backgroundColor].join(' | ');
        })
        .join(' || ');
    };
    const focused = marks();
    activeElement.blur();
    const plain = marks();
    activeElement.focus({ preventScroll: true });
    return focused !== plain;
  });
}
