/** When the app dies: at the nth request that makes a post, before it leaves or after its answer has come. */
export interface Death {
  readonly nth: number;
  readonly phase: 'before' | 'after';
}

/** A fetch whose app can die in the middle of a request: from then on no request leaves and no answer arrives. */
export interface MortalFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Resolves when the app has died; `atDeath` has run by then, with nothing in between. */
  readonly died: Promise<void>;
  plan(death: Death | null): void;
  /** Lets what the dead app still waits for fail, so that its objects can be closed. */
  bury(): void;
}

export function createMortalFetch(
  makesPost: (url: URL, method: string) => boolean,
  atDeath: () => void,
): MortalFetch {
  const death = Promise.withResolvers<void>();
  const grave = Promise.withResolvers<never>();
  grave.promise.catch(() => undefined);
  let planned: Death | null = null;
  let seen = 0;
  let dead = false;
  const die = (): Promise<never> => {
    dead = true;
    atDeath();
    death.resolve();
    return grave.promise;
  };
  return {
    died: death.promise,
    plan(next) {
      planned = next;
      seen = 0;
    },
    bury() {
      dead = true;
      grave.reject(new Error('This app is dead.'));
    },
    async fetch(input, init) {
      if (dead) return await grave.promise;
      const url = new URL(input instanceof Request ? input.url : input);
      const counts = makesPost(url, init?.method ?? 'GET');
      if (counts) seen += 1;
      const strikes = counts && planned !== null && seen === planned.nth;
      if (strikes && planned?.phase === 'before') return await die();
      const answer = await fetch(input, init);
      if (strikes && planned?.phase === 'after') {
        await answer.arrayBuffer();
        return await die();
      }
      return answer;
    },
  };
}
