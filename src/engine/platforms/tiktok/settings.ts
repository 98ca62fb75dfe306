import type { OptionValues } from '../../../shared/models/publish-option.ts';
import type { MediaFacts } from '../content.ts';

/** Who may see a post, as TikTok names it. */
export const privacyLevels = [
  'PUBLIC_TO_EVERYONE',
  'FOLLOWER_OF_CREATOR',
  'MUTUAL_FOLLOW_FRIENDS',
  'SELF_ONLY',
] as const;

/** What was chosen for a post, read. */
export interface Settings {
  readonly mode: 'direct' | 'inbox';
  /** Null where nothing was chosen yet. */
  readonly privacy: string | null;
  readonly allowComment: boolean;
  readonly allowDuet: boolean;
  readonly allowStitch: boolean;
  /** It promotes the creator's own business. */
  readonly ownBrand: boolean;
  /** Somebody else pays for it. */
  readonly branded: boolean;
  readonly aiGenerated: boolean;
  /** The frame that is shown before it plays, in milliseconds; null: the first, and `wrong` what cannot be read. */
  readonly coverMs: number | null | 'wrong';
  /** Of photos. */
  readonly title: string;
  readonly addMusic: boolean;
}

/** Reads the choices; the composer has filled in the defaults. Inbox is the mode that works without an audit. */
export const readSettings = (options: OptionValues): Settings => {
  const text = (id: string): string => {
    const value = options[id];
    return typeof value === 'string' ? value.trim() : '';
  };
  const on = (id: string): boolean => options[id] === true;
  const commercial = text('commercial');
  return {
    mode: text('mode') === 'direct' ? 'direct' : 'inbox',
    privacy: text('privacy') === '' ? null : text('privacy'),
    allowComment: on('allowComment'),
    allowDuet: on('allowDuet'),
    allowStitch: on('allowStitch'),
    ownBrand: commercial === 'own' || commercial === 'both',
    branded: commercial === 'branded' || commercial === 'both',
    aiGenerated: on('aiGenerated'),
    coverMs: coverMs(text('coverSecond')),
    title: text('title'),
    addMusic: on('addMusic'),
  };
};

const coverMs = (written: string): Settings['coverMs'] => {
  if (written === '') return null;
  const seconds = Number(written.replace(',', '.'));
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1_000) : 'wrong';
};

/** What kind of post these media make; null where they make none. */
export const kindOfPost = (media: readonly Pick<MediaFacts, 'kind'>[]): 'video' | 'photos' | null => {
  if (media.length === 1 && media[0]?.kind === 'video') return 'video';
  return media.length > 0 && media.every(({ kind }) => kind === 'image') ? 'photos' : null;
};
