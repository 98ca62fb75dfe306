import { describe, expect, test } from 'vitest';
import {
  commentOf,
  firstFields,
  isMissing,
  shownFields,
  withValue,
} from '../../../src/renderer/screens/compose/options/shown-fields.ts';
import type { OptionField } from '../../../src/shared/models/publish-option.ts';

const base = { label: '', help: null, shownWhen: null };
const mode: OptionField = {
  kind: 'choice',
  id: 'mode',
  ...base,
  choices: [
    { value: 'inbox', label: 'Inbox' },
    { value: 'direct', label: 'Direct' },
  ],
  defaultValue: 'inbox',
  required: false,
};
const privacy: OptionField = {
  kind: 'choice',
  id: 'privacy',
  ...base,
  shownWhen: { option: 'mode', isOneOf: ['direct'] },
  choices: [{ value: 'all', label: 'All' }],
  defaultValue: null,
  required: true,
};
const byPrivacy: OptionField = {
  kind: 'toggle',
  id: 'duet',
  ...base,
  shownWhen: { option: 'privacy', isOneOf: ['all'] },
  defaultValue: false,
};
const comment: OptionField = {
  kind: 'text',
  id: 'firstComment',
  ...base,
  limit: 100,
  multiline: true,
  required: false,
};
const fields = [mode, privacy, byPrivacy, comment];
const idsOf = (shown: readonly OptionField[]): string[] => shown.map(({ id }) => id);

describe('fields of a network', () => {
  test('are shown by what others hold, defaults included, and not under one that is hidden', () => {
    expect(idsOf(shownFields(fields, { privacy: 'all' }))).toEqual(['mode', 'firstComment']);
    expect(idsOf(shownFields(fields, { mode: 'direct' }))).toEqual(['mode', 'privacy', 'firstComment']);
    expect(idsOf(shownFields(fields, { mode: 'direct', privacy: 'all' }))).toEqual(idsOf(fields));
  });

  test('without a default must be chosen', () => {
    expect(isMissing(privacy, {})).toBe(true);
    expect(isMissing(privacy, { privacy: 'all' })).toBe(false);
    expect(isMissing(mode, {})).toBe(false);
  });

  test('that must be chosen, lead others, or are chosen stand first', () => {
    const rest = ['a', 'b', 'c'].map((id): OptionField => ({
      kind: 'toggle',
      id,
      ...base,
      defaultValue: false,
    }));
    expect([...firstFields([...fields, ...rest], { b: true })].sort()).toEqual(
      ['b', 'firstComment', 'mode', 'privacy'].sort(),
    );
    expect(firstFields(rest.slice(0, 2), {}).size).toBe(2);
  });

  test('say nothing where the default is chosen again', () => {
    expect(withValue({ mode: 'direct' }, mode, 'inbox')).toEqual({});
    expect(withValue({}, comment, '  ')).toEqual({});
    expect(withValue({}, byPrivacy, true)).toEqual({ duet: true });
  });

  test('a comment counts only where the network has one', () => {
    expect(commentOf(fields, { firstComment: ' Hello ' })).toBe('Hello');
    expect(commentOf([mode], { firstComment: 'Hello' })).toBe('');
  });
});
