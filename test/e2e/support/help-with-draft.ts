import { expect } from 'vitest';
import type { Page } from 'playwright';

/**
 * Has the draft on screen rewritten by the practice network: a question is stopped, another one answered, its first
 * version taken and given back. `look` is called at what is worth looking at.
 */
export async function helpWithDraft(window: Page, look: (name: string) => Promise<void>): Promise<void> {
  const text = window.getByRole('textbox', { name: 'Part 1 of 2' });
  const before = await text.inputValue();
  await window.getByRole('button', { name: 'Write with help' }).click();
  const help = window.getByRole('region', { name: 'Write with help' });
  await help.getByText('To the practice network').waitFor();
  await look('help');

  // The answer waits, so that there is something to stop.
  const asked = Promise.withResolvers<void>();
  await window.route('**/rpc/assist/run', () => asked.resolve(), { times: 1 });
  await help.getByRole('button', { name: 'Ask', exact: true }).click();
  await asked.promise;
  await help.getByRole('button', { name: 'Stop' }).click();
  await help.getByText('Stopped. Your draft is as it was.').waitFor();

  await help.getByRole('button', { name: 'What is sent' }).click();
  await help.getByRole('region', { name: 'Instructions' }).waitFor();
  expect(await help.getByRole('region', { name: 'Data' }).textContent()).toContain(
    'Our new sourdough is out of the oven',
  );
  await look('help-what-is-sent');
  await help.getByRole('button', { name: 'What is sent' }).click();

  await help.getByRole('button', { name: 'Ask', exact: true }).click();
  const versions = help.getByRole('region', { name: 'Versions' });
  await versions.getByRole('heading', { name: 'Version 1' }).waitFor();
  await versions.scrollIntoViewIfNeeded();
  await look('help-versions');
  await versions.getByRole('button', { name: 'Use' }).first().click();
  await versions.getByText('In the draft').waitFor();
  expect(await text.inputValue()).not.toBe(before);
  await window.getByRole('button', { name: 'Undo' }).click();
  await versions.getByText('In the draft').waitFor({ state: 'detached' });
  expect(await text.inputValue()).toBe(before);
  await window.keyboard.press('Escape');
}
