import type { OptionField, OptionValues } from '../../../shared/models/publish-option.ts';
import type { AccountProfile } from '../reading.ts';
import { mostLinkDescription, mostLinkTitle } from './limits.ts';
import { linkedin as words } from './words.ts';
import { isOrganization } from './wire/urn.ts';

const { options: said } = words;

/** What may be chosen for a post. A page has no connections, so its posts are for everybody or for those signed in. */
export const options = (profile: AccountProfile | null): readonly OptionField[] => {
  const choices = [
    { value: 'PUBLIC', label: said.visibility.everybody },
    { value: 'LOGGED_IN', label: said.visibility.signedIn },
    ...(profile !== null && isOrganization(profile.facts)
      ? []
      : [{ value: 'CONNECTIONS', label: said.visibility.connections }]),
  ];
  return [
    {
      kind: 'choice',
      id: 'visibility',
      label: said.visibility.label,
      help: null,
      shownWhen: null,
      choices,
      defaultValue: 'PUBLIC',
      required: false,
    },
    {
      kind: 'toggle',
      id: 'no_reshare',
      label: said.noReshare.label,
      help: null,
      shownWhen: null,
      defaultValue: false,
    },
    {
      kind: 'text',
      id: 'link_title',
      label: said.linkTitle.label,
      help: said.linkTitle.help,
      shownWhen: null,
      limit: mostLinkTitle,
      multiline: false,
      required: false,
    },
    {
      kind: 'text',
      id: 'link_description',
      label: said.linkDescription.label,
      help: null,
      shownWhen: null,
      limit: mostLinkDescription,
      multiline: true,
      required: false,
    },
  ];
};

/** What was chosen, in LinkedIn's words. */
export interface Chosen {
  readonly visibility: 'PUBLIC' | 'LOGGED_IN' | 'CONNECTIONS';
  readonly noReshare: boolean;
  readonly linkTitle: string;
  readonly linkDescription: string;
}

/** Reads the choices; what is not there has its default. */
export const chosenIn = (values: OptionValues): Chosen => {
  const { visibility, no_reshare: noReshare, link_title: title, link_description: description } = values;
  return {
    visibility: visibility === 'LOGGED_IN' || visibility === 'CONNECTIONS' ? visibility : 'PUBLIC',
    noReshare: noReshare === true,
    linkTitle: typeof title === 'string' ? title.trim() : '',
    linkDescription: typeof description === 'string' ? description.trim() : '',
  };
};
