import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { ORPCError, implement } from '@orpc/server';
import type { Router } from '@orpc/server';
import { contract } from '../shared/contract/index.ts';
import type { Contract } from '../shared/contract/index.ts';
import { errorStatus, isOcmaError } from '../shared/errors.ts';
import type { Database } from './db/database.ts';
import type { HandlersOf } from './procedure-input.ts';
import type { EventStream } from './event-stream.ts';
import type { Caller } from './feature.ts';
import type { Features } from './features.ts';
import { hasWords } from './words.ts';

/** What every call carries. `actor` is written with each change: `user`, `api`, `command_line`. */
export interface CallContext {
  readonly actor: string;
}

export type EngineRouter = Router<AnyContractRouter, CallContext>;

/** Handlers of the whole contract but for the event stream, which belongs to the engine itself. */
export type ContractHandlers = {
  readonly [Part in keyof Contract]: HandlersOf<Omit<Contract[Part], 'events'>>;
};

type AnyHandler = (caller: Caller, input: unknown, call: { signal: AbortSignal | undefined }) => unknown;

/**
 * Serves the contract by the features' handlers; `serving` is asked at each call, and lets it wait while another data
 * file takes the place of this one.
 */
export function createRouter(
  serving: () => Promise<{ readonly features: Features; readonly db: Database }>,
  stream: EventStream,
): EngineRouter {
  const parts: Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>> = contract;
  const procedures = Object.entries(parts).map(([part, described]) => [
    part,
    Object.fromEntries(
      Object.entries(described).map(([name, procedure]) => [
        name,
        implement(procedure)
          .$context<CallContext>()
          .handler(async ({ context, input, signal }) => {
            if (part === 'system' && name === 'events') return stream.iterate(signal);
            return await answer(await serving(), part, name, { context, input, signal });
          }),
      ]),
    ),
  ]);
  return Object.fromEntries(procedures) as EngineRouter;
}

async function answer(
  { features, db }: { readonly features: Features; readonly db: Database },
  part: string,
  name: string,
  call: { context: CallContext; input: unknown; signal: AbortSignal | undefined },
): Promise<unknown> {
  try {
    const handlers = handlersOf(features.handlers, part);
    const handler = handlers?.[name];
    if (handler === undefined) throw new Error(`Nothing serves ${part}.${name}.`);
    const caller = {
      workspaceId: features.resolveWorkspace(workspaceOf(call.input)),
      actor: call.context.actor,
    };
    return await db.patiently(async () => await handler(caller, call.input, { signal: call.signal }));
  } catch (error) {
    throw asAnswer(features, error);
  }
}

/** The types of the parts differ; that each serves its own procedures is what `ContractHandlers` has checked. */
function handlersOf(
  handlers: ContractHandlers,
  part: string,
): Readonly<Record<string, AnyHandler>> | undefined {
  return Reflect.get(handlers, part) as Readonly<Record<string, AnyHandler>> | undefined;
}

function workspaceOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('workspaceId' in input)) return null;
  return typeof input.workspaceId === 'string' ? input.workspaceId : null;
}

/** An expected failure crosses as a value with its words; anything else is the host's to log. */
function asAnswer(features: Features, error: unknown): unknown {
  if (!isOcmaError(error)) return error;
  // Where the vault says why it is shut, the words say so too.
  const reason = `accounts.vault.${error.params['reason'] ?? ''}`;
  const key = hasWords(`${reason}.message`) ? reason : `errors.${error.code}`;
  const fix = features.words(`${key}.fix`, error.params);
  const message = features.words(`${key}.message`, error.params);
  return new ORPCError(error.code, {
    status: errorStatus[error.code],
    message,
    data: {
      message,
      fix: fix === '' ? null : fix,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
    cause: error,
  });
}
