import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright';
import { buildIfStale } from '../../scripts/build.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom, dataDirectory } from './support/running-app.ts';
import type { RunningApp } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

/** Far more than it takes, for a machine that has other things to do. */
const longest = 300_000;

beforeAll(() => buildIfStale('renderer'));

async function open(): Promise<RunningApp> {
  const app = await webHost.open({
    dataDirectory: dataDirectory(),
    clock: clockFrom(Date.UTC(2027, 0, 26, 8)),
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(app.window, 'accounts');
    await app.close();
  });
  app.window.setDefaultTimeout(20_000);
  return app;
}

/** Lets things go wrong at the practice network from now on; without rules all is well again. */
async function faults(practice: string, ...rules: readonly unknown[]): Promise<void> {
  const answer = await fetch(`${practice}/__practice/faults`, {
    method: 'PUT',
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    body: JSON.stringify(rules),
  });
  expect(answer.status).toBe(200);
}

/** Presses a button that leads to a consent page, allows there what is asked, and tells where the practice network is. */
async function allow(app: RunningApp, button: string, person?: string): Promise<string> {
  const consent = await app.outside(() => app.window.getByRole('button', { name: button }).click());
  const people = consent.getByRole('radio', person === undefined ? {} : { name: person });
  await people.first().check();
  const { origin } = new URL(consent.url());
  await consent.getByRole('button', { name: 'Allow' }).click();
  await consent.getByText('Back to OCMA').waitFor();
  await consent.close();
  return origin;
}

/** From the list to the page of the first account of a network, to a check that has ended. */
async function check(window: Page, network: string): Promise<void> {
  await window.getByRole('link', { name: 'Accounts' }).click();
  await window.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
  const row = window.getByRole('article', { name: new RegExp(`, ${network}$`) }).first();
  await row.getByRole('button', { name: 'Check', exact: true }).click();
  await window.getByRole('heading', { name: 'Sign-in', exact: true }).waitFor();
  await window.getByText(/^Asking /).waitFor({ state: 'detached' });
}

test(
  'connecting by a password, by a browser and several at once, and what the doctor says of every kind of trouble',
  async () => {
    const app = await open();
    const { window } = app;
    const look = (name: string) => lookAt(window, pictures, name);

    await window.getByRole('button', { name: 'Look around with practice accounts' }).click();
    await window.getByText('The practice network is running.').waitFor();
    const networks = window.getByRole('radiogroup', { name: 'Network to try' });
    expect(await networks.getByRole('radio', { name: 'X', exact: true }).isChecked()).toBe(true);
    const consent = await app.outside(() => window.getByRole('button', { name: 'Connect X' }).click());
    await look('first-run-waiting');
    await consent.getByRole('radio', { name: 'Mara Linden' }).check();
    await consent.getByRole('button', { name: 'Allow' }).click();
    await window.getByText('Connected as Mara Linden').waitFor();
    await consent.close();
    await networks.getByText('Bluesky').click();
    await window.getByLabel('Handle').waitFor();
    await look('first-run-password');

    await window.getByRole('button', { name: 'Open the calendar' }).click();
    await window.getByRole('link', { name: 'Accounts' }).click();
    await window.getByRole('button', { name: 'Connect an account' }).click();
    await look('connect-networks-practice');
    await window.getByRole('button', { name: 'Bluesky' }).click();
    await window.getByLabel('Handle').fill('mara-bakes.practice.test');
    await window.getByLabel('App password').fill('the own password of mara_bakes');
    await window.getByRole('button', { name: 'Sign in', exact: true }).click();
    await window.getByText('This does not look like an app password').waitFor();
    await look('connect-own-password');
    await window.getByRole('button', { name: 'Use it anyway' }).click();
    await window.getByLabel('Code', { exact: true }).waitFor();
    await look('connect-code');
    await window.getByLabel('Code', { exact: true }).fill('PRACT-ICE42');
    await window.getByRole('button', { name: 'Sign in', exact: true }).click();
    await window.getByText('@mara-bakes.practice.test is connected.').waitFor();
    await look('connect-done');
    await window.getByRole('button', { name: 'See the accounts' }).click();

    await window.getByRole('button', { name: 'Connect an account' }).click();
    await window.getByRole('button', { name: 'LinkedIn Pages' }).click();
    const origin = await allow(app, 'Open LinkedIn Pages');
    expect(origin).toMatch(/^http/);
    await window.getByText(/^This sign-in at LinkedIn Pages gives/).waitFor();
    await look('connect-several');
    expect(app.complaints).toEqual([]);
    await window.getByRole('button', { name: 'Choose all' }).click();
    await window.getByRole('button', { name: /^Connect \d accounts$/ }).click();
    await window.getByText(/^Connected: /).waitFor();
    for (const network of ['Facebook Pages', 'Instagram', 'YouTube', 'TikTok']) {
      await window.getByRole('link', { name: 'Accounts' }).click();
      await window.getByRole('button', { name: 'Connect an account' }).click();
      await window.getByRole('button', { name: network }).click();
      await allow(app, `Open ${network}`);
      await window.getByText(/is connected\.$/).waitFor();
    }

    await check(window, 'X');
    await window.getByText('Everything works.').waitFor();
    await look('doctor-well');
    for (const network of ['Bluesky', 'LinkedIn Pages', 'Facebook Pages', 'Instagram', 'YouTube', 'TikTok']) {
      await check(window, network);
      await look(`doctor-${network.toLowerCase().replaceAll(' ', '-')}`);
    }
    const body = { title: 'Trouble', status: 503 };
    await faults(origin, {
      match: { network: 'x', operation: 'users.me' },
      fault: { kind: 'status', status: 503, body },
    });
    await check(window, 'X');
    await window.getByText('X is having trouble.').waitFor();
    await look('doctor-trouble');
    await faults(origin, {
      match: { network: 'x', operation: 'users.me' },
      fault: { kind: 'malformed' },
    });
    await window.getByRole('button', { name: 'Check again' }).click();
    await window
      .getByText(/Update OCMA/)
      .first()
      .waitFor();
    await look('doctor-version');
    await faults(origin, {
      match: { network: 'x', operation: 'users.me' },
      fault: { kind: 'rate_limit', resetInMs: 900_000 },
    });
    await window.getByRole('button', { name: 'Check again' }).click();
    await window
      .getByText(/allows no more requests|is used up until/)
      .first()
      .waitFor();
    await look('doctor-limit');
    await faults(
      origin,
      { match: { network: 'x', operation: 'users.me' }, fault: { kind: 'token_revoked' } },
      {
        match: { network: 'x', operation: 'oauth.token' },
        fault: { kind: 'status', status: 400, body: { error: 'invalid_grant' } },
      },
    );
    await window.getByRole('button', { name: 'Check again' }).click();
    await window.getByText('Signed out').waitFor();
    await look('doctor-signed-out');
    await faults(origin);
    await window.getByRole('link', { name: 'Accounts' }).click();
    await window.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
    await look('accounts-many');
  },
  longest,
);
