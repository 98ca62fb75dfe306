import type { PartProblem, PublishSetting } from '../content.ts';
import { mostTags, mostTitle, refusedCharacters } from './limits.ts';
import { chosenOf } from './options.ts';
import { problem } from './problems.ts';
import { tagsLength } from './tags.ts';
import { charactersOf } from './text.ts';

/** The rules for title, tags and the other choices. */
export const checkOptions = ({ options }: PublishSetting): readonly PartProblem[] => {
  const { title, tags, madeForKids, playlist } = chosenOf(options);
  const problems: PartProblem[] = [];
  const length = charactersOf(title);
  if (length === 0) problems.push(problem({ id: 'youtube_title_missing', part: 0 }));
  if (length > mostTitle) {
    problems.push(problem({ id: 'youtube_title_too_long', part: 0, params: { length, limit: mostTitle } }));
  }
  if (refusedCharacters.test(title)) problems.push(problem({ id: 'youtube_title_character', part: 0 }));
  const taken = tagsLength(tags);
  if (taken > mostTags) {
    const params = { length: taken, limit: mostTags };
    problems.push(problem({ id: 'youtube_tags_too_long', part: 0, params }));
  }
  if (tags.some((tag) => refusedCharacters.test(tag))) {
    problems.push(problem({ id: 'youtube_tag_character', part: 0 }));
  }
  if (madeForKids === null) problems.push(problem({ id: 'youtube_kids_missing', part: 0 }));
  if (playlist !== null && !/^[\w-]{2,64}$/.test(playlist)) {
    problems.push(problem({ id: 'youtube_playlist', part: 0 }));
  }
  return problems;
};
