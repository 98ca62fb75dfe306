import type { Page } from 'playwright';

/** Collects what a page complains of from now on. */
export function collectComplaints(page: Page, into: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') into.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => into.push(`exception: ${error.stack ?? error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) into.push(`${response.status()}: ${response.url()}`);
  });
}
