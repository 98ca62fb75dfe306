import type { ModelTest } from '../../shared/models/model-test.ts';
import type { Caller } from '../feature.ts';
import type { ContentDeps } from './answering/content-deps.ts';
import { testModel } from './model/test-model.ts';

/** The procedures of `settings` about the language model itself. */
export function createModelHandlers(deps: ContentDeps) {
  return {
    testModel: (
      { workspaceId }: Caller,
      _input: object,
      call?: { readonly signal: AbortSignal | undefined },
    ): Promise<ModelTest> => testModel(deps, workspaceId, call?.signal),
  };
}
