import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Log } from '../engine/ports.ts';
import type { CallContext, EngineFace } from './engine-face.ts';
import { transportErrors } from './transport-errors.ts';

/** The largest call in bytes: an import's file with room for its escaping. */
export const largestCall = 48_000_000;

/** Answers a call of the contract's own protocol under `/rpc`; false where there is no such procedure. */
export type Rpc = (
  request: IncomingMessage,
  response: ServerResponse,
  context: CallContext,
) => Promise<boolean>;

/** Serves the contract to windows and to other processes of the same user. */
export function createRpc(engine: EngineFace, log: Log): Rpc {
  const handler = new RPCHandler(engine.router, {
    ...transportErrors(log),
    plugins: [new BodyLimitPlugin({ maxBodySize: largestCall })],
  });
  return async (request, response, context) => {
    response.setHeader('cache-control', 'no-store');
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context });
    return matched;
  };
}
