import { Button, Group, PasswordInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { describeFailure } from '../../failure.ts';
import { useWords } from '../../words.ts';
import { dollarsOf, microsOf } from './amounts.ts';
import { CommitField } from './commit-field.tsx';
import { ModelMonth } from './model-month.tsx';
import { ModelTest } from './model-test.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSave } from './use-save.ts';
import { useAppSettings, useTold } from './use-settings.ts';

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** The language model that rewrites drafts: where it is, which one, its key and its budget. */
export function OpenAiSection() {
  const t = useWords();
  const { settings, change } = useAppSettings();
  const { state, save } = useSave();
  const told = useTold();
  if (!settings) return null;
  const { openAi } = settings;
  const keep = (after: {
    baseUrl?: string;
    model?: string;
    key?: string;
    monthlyBudgetMicros?: number;
    moderate?: boolean;
  }) => save(() => change({ openAi: after }));
  return (
    <SettingsSection
      id="model"
      title={t('settings.sections.model')}
      text={t('settings.openAi.text')}
      saved={state}
    >
      <KeyField hasKey={openAi.hasKey} needed={openAi.needsKey} onKeep={(key) => keep({ key })} />
      <CommitField
        label={t('settings.openAi.baseUrl')}
        description={t('settings.openAi.baseUrlHint')}
        value={openAi.baseUrl}
        inputMode="url"
        check={(text) => (isWebAddress(text) ? null : t('settings.openAi.baseUrlWrong'))}
        onCommit={(baseUrl) => keep({ baseUrl })}
      />
      <CommitField
        label={t('settings.openAi.model')}
        value={openAi.model}
        width={320}
        check={(text) => (text === '' || text.length > 200 ? t('settings.openAi.modelMissing') : null)}
        onCommit={(model) => keep({ model })}
      />
      {/* What was found holds for these settings alone. */}
      <ModelTest
        key={[openAi.baseUrl, openAi.model, openAi.hasKey].join(' ')}
        free={!openAi.needsKey}
        onKeep={(after) => told(keep(after))}
      />
      <CommitField
        label={t('settings.openAi.budget')}
        description={t('settings.openAi.budgetHint')}
        value={dollarsOf(openAi.monthlyBudgetMicros)}
        inputMode="decimal"
        leftSection="$"
        width={320}
        check={(text) => (microsOf(text) === null ? t('settings.openAi.budgetWrong') : null)}
        onCommit={(text) => keep({ monthlyBudgetMicros: microsOf(text) ?? 0 })}
      />
      <ModelMonth />
      <Switch
        label={t('settings.openAi.moderate')}
        description={t('settings.openAi.moderateHint')}
        checked={openAi.moderate}
        onChange={(event) => told(keep({ moderate: event.currentTarget.checked }))}
      />
    </SettingsSection>
  );
}

interface KeyFieldProps {
  readonly hasKey: boolean;
  /** False where the server takes any. */
  readonly needed: boolean;
  readonly onKeep: (key: string) => Promise<void>;
}

function KeyField({ hasKey, needed, onKeep }: KeyFieldProps) {
  const t = useWords();
  const told = useTold();
  const [key, setKey] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    if (key.trim() === '') return;
    try {
      await onKeep(key.trim());
      setKey('');
    } catch (error) {
      const { message, fix } = describeFailure(error, t);
      setFault([message, fix].filter(Boolean).join(' '));
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <PasswordInput
        label={t('settings.openAi.key')}
        description={t(`settings.openAi.${hasKey ? 'keyKept' : needed ? 'keyNone' : 'keyNeedless'}`)}
        placeholder={t('settings.openAi.keyPlaceholder')}
        value={key}
        error={fault}
        onChange={(event) => {
          setKey(event.currentTarget.value);
          setFault(null);
        }}
        maxLength={500}
        autoComplete="off"
      />
      <Group gap={8} mt={8}>
        <Button type="submit" size="compact-sm" variant="default" disabled={key.trim() === ''}>
          {hasKey ? t('settings.openAi.keyReplace') : t('settings.openAi.keySave')}
        </Button>
        {hasKey ? (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => told(onKeep(''))}>
            {t('settings.openAi.keyForget')}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
