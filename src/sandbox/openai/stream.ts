import type { Answer } from '../exchange.ts';

/** An answer as server-sent events; the pieces go out one after the other, each in a turn of its own. */
export function eventStream(events: Iterable<string>): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
    body: oneByOne(events),
  };
}

async function* oneByOne(events: Iterable<string>): AsyncGenerator<string> {
  for (const event of events) {
    yield event;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
