import type { ContentDeps } from './content/answering/content-deps.ts';
import { topicsOf } from './content/topics.ts';
import type { Core } from './core.ts';
import { createPredictor } from './learning/predict.ts';
import { risingTopics } from './listening/rising-topics.ts';
import { readAppSettings } from './settings/app-settings.ts';
import { readOpenAiKey } from './settings/openai-key.ts';

/** What reading and rewriting a draft needs of the other features. */
export function contentDepsOf(core: Core): ContentDeps {
  const openAiSettings = () => readAppSettings(core).openAi;
  return {
    ...core,
    predictionOf: createPredictor(core),
    openAiSettings,
    openAiKey: () => readOpenAiKey(core.db, core.vault, openAiSettings().baseUrl),
    risingTopics(workspaceId, platform) {
      const rising = risingTopics({ ...core, topicsOf }, workspaceId, core.platformOf(platform));
      return { ...rising, own: rising.own.map(({ topic }) => topic) };
    },
  };
}
