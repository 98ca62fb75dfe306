import type { Exchange } from '../exchange.ts';
import type { Network, NetworkFactory, Route } from '../network.ts';
import { answerChat } from './chat.ts';
import { incorrectKey, insufficientQuota, rateLimited } from './errors.ts';
import { listModels, readModel } from './models.ts';
import { answerModeration } from './moderations.ts';
import { answerResponse } from './responses.ts';

/** An OpenAI-compatible endpoint that edits by rules instead of by a model, so that it always says the same. */
export const createOpenAi: NetworkFactory = ({ clock }): Network => {
  const now = (): number => clock.now();
  const revoked = new Set<string>();
  const routes: Route[] = [
    {
      method: 'POST',
      path: '/v1/responses',
      operation: 'openai.responses',
      handle: (exchange) => answerResponse(exchange, now()),
    },
    {
      method: 'POST',
      path: '/v1/chat/completions',
      operation: 'openai.chat',
      handle: (exchange) => answerChat(exchange, now()),
    },
    { method: 'POST', path: '/v1/moderations', operation: 'openai.moderations', handle: answerModeration },
    { method: 'GET', path: '/v1/models', operation: 'openai.models', handle: listModels },
    { method: 'GET', path: '/v1/models/:id', operation: 'openai.models', handle: readModel },
  ];
  return {
    name: 'openai',
    title: 'OpenAI-compatible endpoint',
    routes: routes.map((route) => ({
      ...route,
      handle: (exchange) => {
        const key = keyOf(exchange);
        return key?.startsWith('practice-') && !revoked.has(key) ? route.handle(exchange) : incorrectKey();
      },
    })),
    refusals: {
      rateLimited: (resetAt) => rateLimited(resetAt - now()),
      tokenRevoked: (exchange) => {
        revoked.add(keyOf(exchange) ?? '');
        return incorrectKey();
      },
      creditsDepleted: insufficientQuota,
    },
    identify: () => undefined,
    clockMoved: () => undefined,
    list: () => [],
    close: () => undefined,
  };
};

function keyOf(exchange: Exchange): string | undefined {
  return /^Bearer (\S+)$/i.exec(exchange.headers.authorization ?? '')?.[1];
}
