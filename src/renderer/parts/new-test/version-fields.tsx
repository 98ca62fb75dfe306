import { ActionIcon, Button, Group, TextInput, Textarea } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { PostPart } from '../../../shared/models/post.ts';
import { useWords } from '../../words.ts';
import classes from './new-test.module.css';
import {
  letterOf,
  mostSources,
  mostVariants,
  withSource,
  withText,
  withVariant,
  withoutSource,
  withoutVariant,
} from './test-form.ts';
import type { TestForm } from './test-form.ts';

interface FieldsProps {
  readonly form: TestForm;
  readonly onChange: (form: TestForm) => void;
}

/** The names of the versions, and each post in every version. */
export function VersionFields({ form, onChange }: FieldsProps) {
  const t = useWords();
  return (
    <>
      <div className={classes.names}>
        {form.names.map((name, variant) => {
          const letter = letterOf(variant);
          return (
            <TextInput
              key={letter}
              label={t('tests.start.variant', { letter })}
              value={name}
              maxLength={40}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...form, names: form.names.map((own, at) => (at === variant ? value : own)) })
              }
              rightSection={
                form.names.length > 2 ? (
                  <ActionIcon
                    size={24}
                    aria-label={t('tests.start.removeVariant', { letter })}
                    onClick={() => onChange(withoutVariant(form, variant))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                ) : null
              }
            />
          );
        })}
      </div>
      {form.sources.map((versions, source) => (
        <fieldset key={source} className={classes.source}>
          <legend className={classes.heading}>
            {t('tests.start.post', { number: source + 1 })}
            {form.sources.length > 1 ? (
              <ActionIcon
                size={20}
                ms={4}
                aria-label={t('tests.start.removePost', { number: source + 1 })}
                onClick={() => onChange(withoutSource(form, source))}
              >
                <IconX size={12} />
              </ActionIcon>
            ) : null}
          </legend>
          {versions.map((parts, variant) => (
            <Version
              key={letterOf(variant)}
              label={t('tests.start.text', { number: source + 1, letter: letterOf(variant) })}
              letter={letterOf(variant)}
              parts={parts}
              onText={(text) => onChange(withText(form, source, variant, text))}
            />
          ))}
        </fieldset>
      ))}
      <Group gap={8} mt={8}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={form.sources.length >= mostSources}
          onClick={() => onChange(withSource(form))}
        >
          {t('tests.start.addPost')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={form.names.length >= mostVariants}
          onClick={() => onChange(withVariant(form))}
        >
          {t('tests.start.addVariant')}
        </Button>
      </Group>
    </>
  );
}

interface VersionProps {
  readonly label: string;
  readonly letter: string;
  readonly parts: readonly PostPart[];
  readonly onText: (text: string) => void;
}

function Version({ label, letter, parts, onText }: VersionProps) {
  const t = useWords();
  const media = parts.reduce((sum, part) => sum + part.media.length, 0);
  const notes = [
    ...(parts.length > 1 ? [t('tests.start.moreParts', { count: parts.length - 1 })] : []),
    ...(media > 0 ? [t('tests.start.media', { count: media })] : []),
  ];
  return (
    <div className={classes.version}>
      <span className={classes.letter} aria-hidden>
        {letter}
      </span>
      <Textarea
        aria-label={label}
        description={notes.length > 0 ? notes.join(', ') : undefined}
        inputWrapperOrder={['input', 'description']}
        autosize
        minRows={2}
        maxRows={8}
        flex={1}
        dir="auto"
        value={parts[0]?.text ?? ''}
        onChange={({ currentTarget: { value } }) => onText(value)}
      />
    </div>
  );
}
