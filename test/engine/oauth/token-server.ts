import { startNetwork, json } from '../http/network.ts';
import type { TestNetwork } from '../http/network.ts';

/** What the token endpoint does with the next refresh. */
export type Behaviour =
  | 'rotate'
  /** Spends the token and resets the connection. */
  | 'spend_and_reset'
  /** Rotates, and answers once this has come to pass. */
  | { readonly hold: Promise<unknown> }
  /** Resets the connection; nothing is spent. */
  | 'reset'
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** A token endpoint with rotating refresh tokens: `refresh-1` gives `access-2` and `refresh-2`, once. */
export interface TokenServer extends TestNetwork {
  /** How often a refresh was asked for. */
  readonly refreshes: number;
  readonly current: number;
  /** What to do next, in turn; afterwards it rotates. */
  plan(...behaviours: Behaviour[]): void;
}

export async function startTokenServer(): Promise<TokenServer> {
  const network = await startNetwork();
  const next: Behaviour[] = [];
  let current = 1;
  let refreshes = 0;
  network.answer((request, response) => {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') !== 'refresh_token') return json(response, 200, {});
    refreshes += 1;
    const behaviour = next.shift() ?? 'rotate';
    if (behaviour === 'reset') return void response.socket?.resetAndDestroy();
    if (typeof behaviour === 'object' && 'status' in behaviour) {
      return json(response, behaviour.status, behaviour.body ?? {}, behaviour.headers ?? {});
    }
    if (form.get('refresh_token') !== `refresh-${current}`) {
      return json(response, 400, {
        error: 'invalid_request',
        error_description: 'Value passed for the token was invalid.',
      });
    }
    current += 1;
    if (behaviour === 'spend_and_reset') return void response.socket?.resetAndDestroy();
    const issued = {
      token_type: 'bearer',
      expires_in: 7_200,
      access_token: `access-${current}`,
      refresh_token: `refresh-${current}`,
      scope: 'tweet.read tweet.write',
    };
    const held = typeof behaviour === 'object' ? behaviour.hold : Promise.resolve();
    void held.then(() => json(response, 200, issued));
  });
  return {
    ...network,
    get refreshes() {
      return refreshes;
    },
    get current() {
      return current;
    },
    plan: (...behaviours) => void next.push(...behaviours),
  };
}
