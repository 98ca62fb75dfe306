import { Button, Group } from '@mantine/core';
import IconFileTypeCsv from '@tabler/icons-react/dist/esm/icons/IconFileTypeCsv.mjs';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../../words.ts';
import { FileDrop } from './file-drop.tsx';
import classes from './import-screen.module.css';
import type { ChosenFile } from './use-import.ts';

interface ChooseTableProps {
  readonly file: ChosenFile | null;
  readonly onFile: (file: ChosenFile) => void;
  /** What the table may hold, where it is no table of posts to publish. */
  readonly text?: string;
  /** No other file may be chosen now. */
  readonly locked?: boolean;
  /** What is done with the file. */
  readonly children: ReactNode;
}

/** A table is dropped first; then its name stands above what is done with it, and another one may take its place. */
export function ChooseTable({ file, onFile, text, locked = false, children }: ChooseTableProps) {
  const t = useWords();
  const [dropping, setDropping] = useState(false);
  if (file === null || dropping) {
    return (
      <FileDrop
        {...(text === undefined ? {} : { text })}
        onFile={(chosen) => {
          setDropping(false);
          onFile(chosen);
        }}
        {...(file === null ? {} : { onKeep: () => setDropping(false) })}
      />
    );
  }
  return (
    <>
      <Group gap={8} className={classes.file ?? ''}>
        <IconFileTypeCsv size={20} aria-hidden />
        <strong className={classes.fileName}>{file.fileName}</strong>
        <Button size="compact-sm" variant="default" disabled={locked} onClick={() => setDropping(true)}>
          {t('importScreen.drop.another')}
        </Button>
      </Group>
      {children}
    </>
  );
}
