import { createORPCClient } from '@orpc/client';
import { call, getRouter, isProcedure, unlazy } from '@orpc/server';
import type { CallContext, EngineFace } from './engine-face.ts';
import type { ContractClient } from './ownership/owner-client.ts';
import { invalidInput, isUnreadable } from './transport-errors.ts';

/** The contract of an engine in this very process, typed as other processes see it. */
export function createLocalClient(router: EngineFace['router'], context: CallContext): ContractClient {
  return createORPCClient<ContractClient>({
    async call(path, input, { signal }) {
      const { default: procedure } = await unlazy(getRouter(router, path));
      if (!isProcedure(procedure)) throw new Error(`Nothing serves ${path.join('.')}.`);
      try {
        return await call(procedure, input, { context, path, ...(signal !== undefined && { signal }) });
      } catch (error) {
        throw isUnreadable(error) ? invalidInput(error) : error;
      }
    },
  });
}
