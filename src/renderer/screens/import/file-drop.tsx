import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import type { FileRejection } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import IconFileTypeCsv from '@tabler/icons-react/dist/esm/icons/IconFileTypeCsv.mjs';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import classes from './import-screen.module.css';
import { largestFile, readCsvFile } from './read-file.ts';
import type { ChosenFile } from './use-import.ts';

interface FileDropProps {
  readonly onFile: (file: ChosenFile) => void;
  /** Goes back to the file that was chosen before. */
  readonly onKeep?: () => void;
  /** What the table may hold, where it is no table of posts to publish. */
  readonly text?: string;
}

/** What systems call a CSV file; several name it after the program that opens it. */
const accepted = {
  'text/csv': ['.csv'],
  'text/plain': ['.csv', '.txt'],
  'text/tab-separated-values': ['.tsv'],
  'application/csv': ['.csv'],
  'application/vnd.ms-excel': ['.csv'],
};

/** Takes a table by drop or by choice, and says what is wrong with one that cannot be read. */
export function FileDrop({ onFile, onKeep, text }: FileDropProps) {
  const t = useWords();
  const [fault, setFault] = useState<string | null>(null);
  const [reading, setReading] = useState(false);

  const take = async (files: File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    setFault(null);
    setReading(true);
    const read = await readCsvFile(file);
    setReading(false);
    if (read.ok) onFile(read);
    else if (read.reason === 'too_large') setFault(t('importScreen.drop.tooLarge'));
    else if (read.reason === 'empty') setFault(t('importScreen.drop.empty'));
    else setFault(t('importScreen.drop.notText'));
  };
  const refuse = (rejections: FileRejection[]): void => {
    const code = rejections[0]?.errors[0]?.code;
    if (code === 'too-many-files') setFault(t('importScreen.drop.many'));
    else if (code === 'file-too-large') setFault(t('importScreen.drop.tooLarge'));
    else setFault(t('importScreen.drop.wrongType'));
  };

  return (
    <>
      <Dropzone
        className={classes.drop ?? ''}
        accept={accepted}
        maxFiles={1}
        multiple={false}
        maxSize={largestFile}
        loading={reading}
        onDrop={(files) => void take(files)}
        onReject={refuse}
        aria-label={t('importScreen.drop.title')}
        inputProps={{ 'aria-label': t('importScreen.drop.label') }}
        unstyled
      >
        <IconFileTypeCsv size={40} stroke={1.2} aria-hidden />
        <p className={classes.dropTitle}>{t('importScreen.drop.title')}</p>
        <p className={classes.quiet}>{text ?? t('importScreen.drop.text')}</p>
      </Dropzone>
      {fault ? (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
      {onKeep ? (
        <Button variant="default" size="compact-sm" mt={12} onClick={onKeep}>
          {t('shell.cancel')}
        </Button>
      ) : null}
    </>
  );
}
