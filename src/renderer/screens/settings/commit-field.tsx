import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { describeFailure } from '../../failure.ts';
import { useWords } from '../../words.ts';

interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with a text, in words; null where it can be kept. */
  readonly check: (text: string) => string | null;
  /** Keeps the text; where it throws, the reason is shown at the field. */
  readonly onCommit: (text: string) => Promise<void>;
  readonly description?: string;
  /** What holds while the field is empty. */
  readonly placeholder?: string;
  readonly inputMode?: 'decimal' | 'numeric' | 'url' | 'text';
  readonly leftSection?: ReactNode;
  readonly width?: number;
}

/** A field that keeps its text when it is left or on Enter, and goes back on Escape. */
export function CommitField({
  label,
  value,
  check,
  onCommit,
  description,
  placeholder,
  inputMode = 'text',
  leftSection,
  width,
}: CommitFieldProps) {
  const t = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const commit = async (): Promise<void> => {
    if (draft === null) return;
    const text = draft.trim();
    const wrong = check(text);
    setFault(wrong);
    if (wrong !== null) return;
    if (text === value) {
      setDraft(null);
      return;
    }
    try {
      await onCommit(text);
      setDraft(null);
    } catch (error) {
      const { message, fix } = describeFailure(error, t);
      setFault([message, fix].filter(Boolean).join(' '));
    }
  };

  return (
    <TextInput
      label={label}
      value={draft ?? value}
      error={fault}
      inputMode={inputMode}
      {...(description === undefined ? {} : { description })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(leftSection === undefined ? {} : { leftSection })}
      {...(width === undefined ? {} : { w: width })}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        setFault(null);
      }}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape') {
          setDraft(null);
          setFault(null);
        }
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
