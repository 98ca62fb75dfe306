import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useOfferUndo } from '../../parts/offer-undo.tsx';
import { useWords } from '../../words.ts';
import { emptyPart, withPart, withPartAfter, withPartMoved, withoutPart } from './draft.ts';
import type { Draft } from './draft.ts';
import { PartEditor } from './part-editor.tsx';
import type { PartActs } from './part-editor.tsx';
import type { PreflightLine } from './use-preflight.ts';

/** Leads the caret to letters of a part. */
export interface ThreadHandle {
  focus(part: number, range: { start: number; end: number } | null): void;
}

interface ThreadEditorProps {
  readonly draft: Draft;
  readonly platforms: readonly string[];
  readonly disabled: boolean;
  /** What the chosen networks say of the parts. */
  readonly lines: readonly PreflightLine[];
  readonly onChange: (change: (draft: Draft) => Draft) => void;
  readonly ref?: Ref<ThreadHandle>;
}

const mostParts = 25;
const noNotes: readonly string[] = [];

/** The parts of a post, one under the other. */
export function ThreadEditor({ draft, platforms, disabled, lines, onChange, ref }: ThreadEditorProps) {
  const t = useWords();
  const offerUndo = useOfferUndo();
  const cards = usePlatforms();
  const areas = useRef(new Map<string, HTMLTextAreaElement>());
  const { parts } = draft;
  const known = platforms.flatMap((platform) => cards.get(platform) ?? []);
  const maxAltText = Math.min(1_000, ...known.map((card) => card.maxAltText));
  const mayThread =
    (known.length === 0 || known.some(({ laterParts }) => laterParts !== 'none')) && parts.length < mostParts;
  const titlesWhere = (laterParts: PlatformCard['laterParts']): string =>
    known
      .filter((card) => card.laterParts === laterParts)
      .map(({ title }) => title)
      .join(', ');
  const asComment = titlesWhere('comments');
  const impossible = titlesWhere('none');
  const notesOfLater = [
    ...(asComment === '' ? [] : [t('compose.thread.asComment', { networks: asComment })]),
    ...(impossible === '' ? [] : [t('compose.thread.impossible', { networks: impossible })]),
  ];

  useImperativeHandle(ref, () => ({
    focus(part, range) {
      const key = parts[part]?.key;
      const area = key === undefined ? undefined : areas.current.get(key);
      if (!area) return;
      area.focus();
      if (range) area.setSelectionRange(range.start, range.end);
    },
  }));

  const focusSoon = (key: string | undefined): void => {
    if (key !== undefined) requestAnimationFrame(() => areas.current.get(key)?.focus());
  };
  const add = (after: number): void => {
    if (!mayThread) return;
    const part = emptyPart();
    onChange((now) => withPartAfter(now, after, part));
    focusSoon(part.key);
  };
  const remove = (index: number): void => {
    const before = draft;
    const part = parts[index];
    onChange((now) => withoutPart(now, index));
    focusSoon(parts[index - 1]?.key ?? parts[index + 1]?.key);
    if (!part || (part.text === '' && part.media.length === 0)) return;
    offerUndo({ message: t('compose.thread.removed'), undo: () => onChange(() => before) });
  };
  const actsOf = (key: string, index: number): PartActs => ({
    change: (change) => onChange((now) => withPart(now, key, () => change)),
    addMedia: ({ id, altText }) =>
      onChange((now) => withPart(now, key, ({ media }) => ({ media: [...media, { id, altText }] }))),
    add: () => add(index),
    remove: () => remove(index),
    move: (direction) => {
      onChange((now) => withPartMoved(now, index, direction));
      focusSoon(key);
    },
  });

  return (
    <>
      {parts.map((part, index) => (
        <PartEditor
          key={part.key}
          part={part}
          index={index}
          count={parts.length}
          platforms={platforms}
          maxAltText={maxAltText}
          disabled={disabled}
          notes={index === 0 ? noNotes : notesOfLater}
          lines={lines.filter((line) => line.part === index)}
          acts={actsOf(part.key, index)}
          areaRef={(area) => {
            if (area) areas.current.set(part.key, area);
            else areas.current.delete(part.key);
          }}
        />
      ))}
      {mayThread && !disabled ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt={8}
          ml={-8}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add(parts.length - 1)}
          aria-keyshortcuts="Control+Shift+Enter"
        >
          {t('compose.thread.add')}
        </Button>
      ) : null}
    </>
  );
}
