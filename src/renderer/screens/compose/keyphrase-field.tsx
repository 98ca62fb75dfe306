import { TextInput } from '@mantine/core';
import { useWords } from '../../words.ts';
import type { Keyphrase } from './use-keyphrase.ts';

interface KeyphraseFieldProps {
  readonly keyphrase: Keyphrase;
  /** Says below it what it is good for. */
  readonly explained?: boolean;
}

/** What people should find the post by. */
export function KeyphraseField({ keyphrase, explained = false }: KeyphraseFieldProps) {
  const t = useWords();
  return (
    <TextInput
      label={t('assist.keyphrase.label')}
      {...(explained ? { description: t('assist.keyphrase.hint') } : {})}
      placeholder={t('assist.keyphrase.placeholder')}
      dir="auto"
      value={keyphrase.value}
      onChange={(event) => keyphrase.change(event.currentTarget.value)}
      maxLength={100}
      autoComplete="off"
    />
  );
}
