import { postOptions } from '../../../shared/models/publish-option.ts';
import type { OptionValues, PostOptions } from '../../../shared/models/publish-option.ts';
import type { Platform } from '../platform.ts';
import type { AccountProfile } from '../reading.ts';
import { fieldsOf, firstCommentId } from './fields.ts';
import { resolveOptions } from './resolve-options.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** Reads the column `options` of a post or a series. */
export function readPostOptions(stored: string): PostOptions {
  return postOptions.parse(JSON.parse(stored));
}

/** Under the names that the networks have here, without those of which nothing was chosen. @throws `unknown_platform` */
export function namedOptions(platformOf: (name: string) => Platform, given: PostOptions): PostOptions {
  const named: PostOptions = {};
  for (const [name, values] of Object.entries(given)) {
    const platform = platformOf(name).name;
    if (Object.keys(values).length > 0) named[platform] = { ...named[platform], ...values };
  }
  return named;
}

/** What holds for a post at an account of this network. */
export function optionsAt(
  platform: Pick<Platform, 'name' | 'card' | 'options'>,
  profile: AccountProfile | null,
  options: PostOptions,
): ResolvedOptions {
  return resolveOptions(fieldsOf(platform, profile), options[platform.name] ?? {});
}

/** The comment that goes out under the post; null where none was written. */
export function firstCommentOf(values: OptionValues): string | null {
  const text = values[firstCommentId];
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}
