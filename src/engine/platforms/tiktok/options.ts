import type { OptionField } from '../../../shared/models/publish-option.ts';
import type { AccountProfile } from '../reading.ts';
import { creatorIn } from './creator.ts';
import { textLimits } from './media-limits.ts';
import { privacyLevels } from './settings.ts';
import { optionWords as words, privacyWords } from './words.ts';

const whenDirect = { option: 'mode', isOneOf: ['direct'] };

/**
 * What may be chosen for a post on TikTok. Its rules for apps want that: no audience is chosen beforehand, what others may do
 * with a video is off until it is allowed, and what the creator has switched off is not offered. An account that may post
 * directly does so unless told otherwise; all others send drafts.
 */
export const options = (profile: AccountProfile | null): readonly OptionField[] => {
  const creator = creatorIn(profile);
  const levels = creator === null ? privacyLevels : creator.privacyLevels;
  const toggle = (
    id: 'allowComment' | 'allowDuet' | 'allowStitch' | 'aiGenerated' | 'addMusic',
  ): OptionField => ({
    kind: 'toggle',
    id,
    label: words[id].label,
    help: words[id].help,
    shownWhen: whenDirect,
    defaultValue: false,
  });
  return [
    {
      kind: 'choice',
      id: 'mode',
      label: words.mode.label,
      help: words.mode.help,
      shownWhen: null,
      choices: [
        { value: 'inbox', label: words.mode.inbox },
        ...(profile !== null && creator === null ? [] : [{ value: 'direct', label: words.mode.direct }]),
      ],
      defaultValue: creator === null ? 'inbox' : 'direct',
      required: false,
    },
    {
      kind: 'choice',
      id: 'privacy',
      label: words.privacy.label,
      help: words.privacy.help,
      shownWhen: whenDirect,
      choices: levels.map((value) => ({ value, label: privacyWords[value] ?? value })),
      defaultValue: null,
      required: true,
    },
    ...(creator?.commentDisabled === true ? [] : [toggle('allowComment')]),
    ...(creator?.duetDisabled === true ? [] : [toggle('allowDuet')]),
    ...(creator?.stitchDisabled === true ? [] : [toggle('allowStitch')]),
    {
      kind: 'choice',
      id: 'commercial',
      label: words.commercial.label,
      help: words.commercial.help,
      shownWhen: whenDirect,
      choices: [
        { value: 'none', label: words.commercial.none },
        { value: 'own', label: words.commercial.own },
        { value: 'branded', label: words.commercial.branded },
        { value: 'both', label: words.commercial.both },
      ],
      defaultValue: 'none',
      required: false,
    },
    toggle('aiGenerated'),
    {
      kind: 'text',
      id: 'coverSecond',
      ...words.coverSecond,
      shownWhen: whenDirect,
      limit: 10,
      multiline: false,
      required: false,
    },
    {
      kind: 'text',
      id: 'title',
      ...words.title,
      shownWhen: null,
      limit: textLimits.photoTitle,
      multiline: false,
      required: false,
    },
    toggle('addMusic'),
  ];
};
