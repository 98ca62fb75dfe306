import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AssistAnswer, AssistEvent, AssistTask } from '../../../../shared/models/assist.ts';
import type { Client } from '../../../client.ts';
import { useApi, useClient } from '../../../queries.ts';

/** A question as the contract takes it, with nothing of its task left to defaults. */
export type AssistRequest = Omit<Parameters<Client['assist']['run']>[0], 'task'> & {
  readonly task: AssistTask;
};

type Source = AssistAnswer['source'];

/** A question, and the text that it was about as it stood then. */
export interface Asked {
  readonly request: AssistRequest;
  readonly before: string;
}

/** How a question stands. Texts that come in are not checked by anybody. */
export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly asked: Asked;
      readonly source: Source | null;
      readonly drafts: readonly string[];
      /** What was wrong with versions that are being mended; null while nothing is. */
      readonly faults: readonly string[] | null;
    }
  | { readonly kind: 'stopped'; readonly source: Source | null }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** The stream ended without an answer. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'done'; readonly asked: Asked; readonly answer: AssistAnswer };

type Running = Extract<RunState, { kind: 'running' }>;

/** The state after one more event of the stream. */
export function afterEvent(state: Running, event: AssistEvent): RunState {
  switch (event.kind) {
    case 'asking':
      return { ...state, source: event.source };
    case 'draft':
      return { ...state, drafts: event.texts };
    case 'repairing':
      return { ...state, faults: event.faults };
    case 'done':
      return { kind: 'done', asked: state.asked, answer: event.answer };
  }
}

/** Asks and follows the answer as it comes in. Stopping, asking again and leaving close the stream. */
export function useAssistRun() {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const [state, setState] = useState<RunState>({ kind: 'idle' });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const stop = (): void => {
    under.current?.abort();
    under.current = null;
    setState((now) => (now.kind === 'running' ? { kind: 'stopped', source: now.source } : now));
  };

  const ask = async (asked: Asked): Promise<void> => {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    let state: RunState = { kind: 'running', asked, source: null, drafts: [], faults: null };
    const show = (next: RunState): void => {
      state = next;
      if (!own.signal.aborted) setState(next);
    };
    show(state);
    try {
      for await (const event of await client.assist.run(asked.request, { signal: own.signal })) {
        if (own.signal.aborted) break;
        show(state.kind === 'running' ? afterEvent(state, event) : state);
      }
      if (state.kind === 'running') show({ kind: 'broken' });
    } catch (error) {
      show({ kind: 'failed', error });
    } finally {
      // What was spent, and whether the answer is kept, is another thing now.
      void queries.invalidateQueries({ queryKey: api.assist.preview.key() });
    }
  };

  return { state, ask, stop };
}
