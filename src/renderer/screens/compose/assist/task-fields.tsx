import { Input, MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import { goals, hooks, tones } from '../../../../shared/models/assist.ts';
import type { Hook, Tone } from '../../../../shared/models/assist.ts';
import type { Account } from '../../../../shared/models/account.ts';
import type { Media } from '../../../../shared/models/media.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';
import { hasVersions } from './form.ts';
import type { AssistForm } from './form.ts';
import { languageChoices } from './languages.ts';
import { PictureChoice } from './picture-choice.tsx';
import { ToneGuide } from './tone-guide.tsx';

const numbers = ['1', '2', '3', '4', '5'];
const isTone = (value: string): value is Tone => tones.some((tone) => tone === value);
const isHook = (value: string): value is Hook => hooks.some((hook) => hook === value);

export interface TaskFieldsProps {
  readonly form: AssistForm;
  /** The chosen accounts of the network. */
  readonly accounts: readonly Account[];
  readonly pictures: readonly Media[];
  readonly onChange: (change: Partial<AssistForm>) => void;
}

/** What the chosen task wants to know. */
export function TaskFields({ form, accounts, pictures, onChange }: TaskFieldsProps) {
  const t = useWords();
  const { locale } = useFormats();
  return (
    <>
      {form.kind === 'rewrite' ? <RewriteFields form={form} accounts={accounts} onChange={onChange} /> : null}
      {form.kind === 'translate' ? (
        <Select
          label={t('assist.language')}
          placeholder={t('assist.chooseLanguage')}
          nothingFoundMessage={t('assist.noLanguage')}
          searchable
          allowDeselect={false}
          data={languageChoices(locale)}
          value={form.language === '' ? null : form.language}
          onChange={(language) => onChange({ language: language ?? '' })}
        />
      ) : null}
      {form.kind === 'alt_text' ? (
        <PictureChoice
          pictures={pictures}
          chosen={form.mediaId}
          onChange={(mediaId) => onChange({ mediaId })}
        />
      ) : null}
      {hasVersions(form.kind) ? (
        <Segments
          label={t('assist.versions')}
          value={String(form.versions)}
          data={numbers.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ versions: Number(value) })}
        />
      ) : null}
    </>
  );
}

function RewriteFields({ form, accounts, onChange }: Omit<TaskFieldsProps, 'pictures'>) {
  const t = useWords();
  const account = accounts.find(({ id }) => id === form.accountId) ?? accounts[0];
  return (
    <>
      <Segments
        label={t('assist.goal.label')}
        value={form.goal}
        data={goals.map((value) => ({ value, label: t(`assist.goal.${value}`) }))}
        onChange={(goal) => onChange({ goal })}
      />
      <div className={classes.pair}>
        <MultiSelect
          label={t('assist.tone.label')}
          placeholder={form.tones.length === 0 ? t('assist.tone.any') : ''}
          data={tones.map((value) => ({ value, label: t(`assist.tone.${value}`) }))}
          value={[...form.tones]}
          onChange={(values) => onChange({ tones: values.filter(isTone) })}
        />
        <MultiSelect
          label={t('assist.hook.label')}
          placeholder={form.hooks.length === 0 ? t('assist.hook.free') : ''}
          data={hooks
            .filter((value) => value !== 'any')
            .map((value) => ({ value, label: t(`assist.hook.${value}`) }))}
          value={[...form.hooks]}
          onChange={(values) => onChange({ hooks: values.filter(isHook) })}
        />
      </div>
      {form.tones.includes('own') ? (
        <div className={classes.guide}>
          {accounts.length > 1 ? (
            <Select
              label={t('assist.voice')}
              allowDeselect={false}
              data={accounts.map(({ id, username }) => ({ value: id, label: `@${username}` }))}
              value={account?.id ?? null}
              onChange={(value) =>
                onChange({ accountId: accounts.find(({ id }) => id === value)?.id ?? null })
              }
            />
          ) : null}
          <ToneGuide account={account} />
        </div>
      ) : null}
    </>
  );
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly data: { value: Value; label: string }[];
  readonly onChange: (value: Value) => void;
}

function Segments<Value extends string>({ label, value, data, onChange }: SegmentsProps<Value>) {
  const id = useId();
  return (
    <div>
      <Input.Label labelElement="div" id={id}>
        {label}
      </Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        bg="var(--ocma-fill-neutral)"
        aria-labelledby={id}
        value={value}
        data={data}
        onChange={onChange}
      />
    </div>
  );
}
