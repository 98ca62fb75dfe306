import { join } from 'node:path';
import { z } from 'zod';
import { Stored } from '../stored.ts';

const appSchema = z.strictObject({
  clientId: z.string().min(1),
  /** null or absent: a public client. */
  clientSecret: z.string().min(1).nullish(),
  redirectUris: z.array(z.string().min(1)).max(10),
});

/** What a network's control endpoint for apps takes: the registered apps, or null to accept any client id again. */
export const appsSchema = z.array(appSchema).nullable();

type App = z.infer<typeof appSchema>;

const refusedSchemes = new Set([
  'javascript:',
  'data:',
  'file:',
  'ftp:',
  'mailto:',
  'vbscript:',
  'blob:',
  'about:',
]);

/** The developer apps that a network knows. Without a list it accepts any client id, public or with a secret. */
export class Apps {
  readonly #stored: Stored<App[] | null>;
  #apps: App[] | null;

  constructor(dataDirectory: string, network: string) {
    this.#stored = new Stored(join(dataDirectory, `${network}-apps.json`), appsSchema, null);
    this.#apps = this.#stored.read();
  }

  set(apps: App[] | null): void {
    this.#apps = apps;
    this.#stored.write(apps);
  }

  knows(clientId: string): boolean {
    return clientId !== '' && (this.#apps === null || this.#find(clientId) !== undefined);
  }

  /** Whether a person may be sent back to this address: registered letter for letter, or anything an app could register. */
  allowsRedirect(clientId: string, redirectUri: string): boolean {
    const app = this.#find(clientId);
    if (app !== undefined) return app.redirectUris.includes(redirectUri);
    if (!URL.canParse(redirectUri)) return false;
    const url = new URL(redirectUri);
    if (url.hash !== '' || refusedSchemes.has(url.protocol)) return false;
    return url.protocol !== 'http:' || ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  }

  /** `secret` undefined: the client gave none. Apps that are not on a list may come with any secret or none. */
  accepts(clientId: string, secret: string | undefined): boolean {
    if (!this.knows(clientId)) return false;
    const app = this.#find(clientId);
    return app === undefined || (app.clientSecret ?? undefined) === secret;
  }

  #find(clientId: string): App | undefined {
    return this.#apps?.find((app) => app.clientId === clientId);
  }
}
