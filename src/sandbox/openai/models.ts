import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { unknownModel } from './errors.ts';

/** The names under which the practice editor answers. */
const models = ['practice-editor', 'practice-editor-mini'] as const;

const created = Date.UTC(2026, 0, 1) / 1000;

/**
 * Whether a model is served: its own names, and every name of OpenAI's text models, so that the app's usual setting works
 * here.
 */
export function serves(model: string): boolean {
  return /^(?:practice-editor|gpt-|o\d|chatgpt-)/.test(model);
}

/** `GET /v1/models`. */
export function listModels(): Answer {
  return json(200, { object: 'list', data: models.map(described) });
}

/** `GET /v1/models/:id`. */
export function readModel({ parameters }: Exchange): Answer {
  const id = parameters.id ?? '';
  return serves(id) ? json(200, described(id)) : unknownModel(id);
}

function described(id: string): object {
  return { id, object: 'model', created, owned_by: 'practice' };
}
