import type { TextTraits } from '../../same-text.ts';
import { entitiesOf } from './entities.ts';

/** What X does to texts: it sees links by its own rules and puts short ones in their place. */
export const traits: TextTraits = {
  linksOf: (text) => entitiesOf(text).filter(({ kind }) => kind === 'url'),
  shorteners: ['t.co'],
};
