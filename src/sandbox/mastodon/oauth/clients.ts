import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { formOf } from '../../body.ts';
import { Stored } from '../../stored.ts';
import { invalid } from '../problems.ts';
import { knownScopes } from './scopes.ts';

const clientSchema = z.strictObject({
  id: z.string(),
  secret: z.string(),
  name: z.string(),
  redirectUris: z.array(z.string()),
  scopes: z.array(z.string()),
});
type Client = Readonly<z.infer<typeof clientSchema>>;

/** A client that is known without making itself known, for apps whose addresses are set to this server. */
export const loopbackClient = 'ocma-loopback';

/** The apps that made themselves known here. */
export class Clients {
  readonly #stored: Stored<Client[]>;
  #clients: Client[];

  constructor(dataDirectory: string) {
    this.#stored = new Stored<Client[]>(
      join(dataDirectory, 'mastodon-clients.json'),
      z.array(clientSchema),
      [],
    );
    this.#clients = this.#stored.read();
  }

  find(id: string): Client | undefined {
    return this.#clients.find((client) => client.id === id);
  }

  add(about: Pick<Client, 'name' | 'redirectUris' | 'scopes'>): Client {
    const client = {
      ...about,
      id: randomBytes(32).toString('base64url'),
      secret: randomBytes(32).toString('base64url'),
    };
    this.#clients = [...this.#clients, client];
    this.#stored.write(this.#clients);
    return client;
  }
}

const text = z.union([z.array(z.string()), z.string().transform((lines) => lines.split(/\s+/))]);
const registerSchema = z.object({
  client_name: z.string().trim().min(1),
  redirect_uris: text.pipe(z.array(z.string().min(1)).min(1)),
  scopes: z.string().default('read'),
  website: z.string().nullish(),
});

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

/** `POST /api/v1/apps`. */
export function registerClient(clients: Clients, exchange: Exchange): Answer {
  const form = formOf(exchange);
  const parsed = registerSchema.safeParse(form === undefined ? jsonOf(exchange) : Object.fromEntries(form));
  if (!parsed.success) return invalid("Application name can't be blank, Redirect URI can't be blank");
  const { client_name: name, redirect_uris: redirectUris, scopes: asked } = parsed.data;
  const scopes = asked.split(/\s+/).filter((scope) => scope !== '');
  if (scopes.some((scope) => !knownScopes.has(scope))) {
    return invalid("Scopes doesn't match configured on the server.");
  }
  if (redirectUris.some((uri) => uri !== outOfBand && !URL.canParse(uri))) {
    return invalid('Redirect URI must be an absolute URI.');
  }
  const client = clients.add({ name, redirectUris, scopes });
  return json(200, {
    id: '1',
    name,
    website: null,
    scopes,
    redirect_uris: redirectUris,
    redirect_uri: redirectUris.join('\n'),
    client_id: client.id,
    client_secret: client.secret,
    client_secret_expires_at: 0,
  });
}
