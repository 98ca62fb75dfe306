import { Select, Switch, TagsInput, TextInput, Textarea } from '@mantine/core';
import type { OptionField, OptionValue } from '../../../../shared/models/publish-option.ts';
import { useWords } from '../../../words.ts';
import classes from './network-options.module.css';

interface OptionInputProps {
  readonly field: OptionField;
  /** The choice or the default; undefined while there is neither. */
  readonly value: OptionValue | undefined;
  /** It must be chosen before anything goes out. */
  readonly missing: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: OptionValue) => void;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One thing that a network lets its users choose for a post, drawn from what the network declares. */
export function OptionInput({ field, value, missing, disabled, onChange }: OptionInputProps) {
  const t = useWords();
  const said = {
    label: field.label,
    description: field.help,
    disabled,
    'aria-required': 'required' in field && field.required,
  };
  const must = missing
    ? t(field.kind === 'choice' ? 'compose.options.must' : 'compose.options.mustWrite')
    : null;
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...said}
          data={field.choices.map((choice) => ({ ...choice }))}
          value={typeof value === 'string' ? value : null}
          placeholder={t('compose.options.choose')}
          allowDeselect={false}
          searchable={field.choices.length > 12}
          nothingFoundMessage={t('compose.options.noChoice')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={must}
          withAsterisk={missing}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'toggle':
      return (
        <Switch
          label={field.label}
          description={field.help}
          disabled={disabled}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'tags':
      return (
        <TagsInput
          {...said}
          className={classes.wide ?? ''}
          value={Array.isArray(value) ? value : []}
          {...(field.limit === null ? {} : { maxTags: field.limit })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={onChange}
        />
      );
    case 'text': {
      const text = typeof value === 'string' ? value : '';
      const length = [...graphemes.segment(text)].length;
      const over = field.limit !== null && length > field.limit;
      const counted =
        field.limit === null || length < field.limit * 0.7
          ? null
          : t('compose.options.length', { length, limit: field.limit });
      const props = {
        ...said,
        className: classes.wide ?? '',
        value: text,
        dir: 'auto',
        withAsterisk: missing,
        inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
          | 'label'
          | 'input'
          | 'error'
          | 'description'
        )[],
        description: counted === null || over ? field.help : [counted, field.help].filter(Boolean).join('. '),
        error: over ? counted : must,
      };
      return field.multiline ? (
        <Textarea
          {...props}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...props} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    }
  }
}
