import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { windowWords } from '../../../src/shared/catalogue/window.ts';

/** The two looks of every screen. */
export const looks = ['light', 'dark'] as const;
type Look = (typeof looks)[number];

/**
 * Serious and critical violations of accessibility on a page as it looks now: rule, what it says, and where. Between
 * the two looks only colours differ, so of the second one only the contrast is judged.
 */
export async function violations(page: Page, look: Look): Promise<string[]> {
  // A page of its own to gather the results in, as newer modes want, does not exist in Electron; there are no frames here.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (look === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}

/** What stands on a page wider than its place, so that one would have to scroll sideways. */
export async function sideways(page: Page): Promise<string[]> {
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

const rawKey = new RegExp(String.raw`\b(?:${Object.keys(windowWords).join('|')})(?:\.[a-zA-Z][\w-]*)+`, 'g');

/** Keys of the catalogue that a person sees or hears instead of words, and templates that were not filled in. */
export async function rawKeys(page: Page): Promise<string[]> {
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
