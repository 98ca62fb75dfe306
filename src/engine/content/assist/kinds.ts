import type { AssistTask } from '../../../shared/models/assist.ts';
import type { AssistKind } from './kind.ts';
import { altText } from './tasks/alt-text.ts';
import { description } from './tasks/description.ts';
import { hashtags } from './tasks/hashtags.ts';
import { rewrite } from './tasks/rewrite.ts';
import { shorten } from './tasks/shorten.ts';
import { thread } from './tasks/thread.ts';
import { title } from './tasks/title.ts';
import { translate } from './tasks/translate.ts';

/** Every task there is. */
export const kinds: Readonly<Record<AssistTask['kind'], AssistKind>> = {
  rewrite,
  shorten,
  thread,
  hashtags,
  title,
  description,
  alt_text: altText,
  translate,
};
