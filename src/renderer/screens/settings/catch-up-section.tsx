import { Radio, Stack } from '@mantine/core';
import type { CatchUp } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import { CommitField } from './commit-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSave } from './use-save.ts';
import { useTold, useWorkspaceSettings } from './use-settings.ts';

const usualMinutes = 60;
const mostMinutes = 10_080;

const ruleOf = (rule: string, minutes: number): CatchUp => {
  if (rule === 'next_slot') return { rule };
  if (rule === 'ask') return { rule };
  return { rule: 'publish_within', minutes };
};

/** What happens to a post whose time passed while the machine was off. */
export function CatchUpSection() {
  const t = useWords();
  const told = useTold();
  const { settings, change } = useWorkspaceSettings();
  const { state, save } = useSave();
  if (!settings) return null;
  const { catchUp } = settings;
  const minutes = catchUp.rule === 'publish_within' ? catchUp.minutes : usualMinutes;
  const keep = (after: CatchUp): Promise<void> => save(() => change({ catchUp: after }));
  return (
    <SettingsSection
      id="publishing"
      title={t('settings.sections.publishing')}
      text={t('settings.catchUp.text')}
      saved={state}
    >
      <Radio.Group
        aria-label={t('settings.catchUp.label')}
        value={catchUp.rule}
        onChange={(rule) => told(keep(ruleOf(rule, minutes)))}
      >
        <Stack gap={8}>
          <Radio value="publish_within" label={t('settings.catchUp.publish_within')} />
          {catchUp.rule === 'publish_within' ? (
            <div style={{ paddingInlineStart: 32 }}>
              <CommitField
                label={t('settings.catchUp.minutes')}
                description={t('settings.catchUp.minutesHint')}
                value={String(minutes)}
                inputMode="numeric"
                width={280}
                check={(text) =>
                  /^\d{1,5}$/.test(text) && Number(text) <= mostMinutes
                    ? null
                    : t('settings.catchUp.minutesWrong')
                }
                onCommit={(text) => keep({ rule: 'publish_within', minutes: Number(text) })}
              />
            </div>
          ) : null}
          <Radio value="next_slot" label={t('settings.catchUp.next_slot')} />
          <Radio value="ask" label={t('settings.catchUp.ask')} />
        </Stack>
      </Radio.Group>
    </SettingsSection>
  );
}
