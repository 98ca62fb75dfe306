import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Concurrency } from '../../../shared/models/settings.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { CommitField } from './commit-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSave } from './use-save.ts';
import { useAppSettings } from './use-settings.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

const mostOverall = 200;
const mostOfAccount = 8;

/** A whole number from 1 to `most`; null for anything else. */
const countOf = (text: string, most: number): number | null => {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
};

/** The entry of one name set to a number, or taken out where the text is empty. */
const withEntry = (
  entries: Readonly<Record<string, number>>,
  name: string,
  text: string,
): Record<string, number> => {
  const others = Object.entries(entries).filter(([other]) => other !== name);
  return Object.fromEntries(text === '' ? others : [...others, [name, Number(text)]]);
};

/** How much goes on at once: overall, for each network, for each account. */
export function AtOnceSection() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { settings, change } = useAppSettings();
  const { data: accounts } = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const { data: platforms } = useQuery(api.accounts.platforms.queryOptions({ input: {} }));
  const { state, save } = useSave();
  if (!settings) return null;
  const { concurrency } = settings;
  const keep = (after: Partial<Concurrency>): Promise<void> => save(() => change({ concurrency: after }));
  const wrong = (text: string, most: number): string | null =>
    countOf(text, most) === null ? t('settings.atOnce.wrong', { most }) : null;
  const used = new Set(accounts?.map((account) => account.platform));
  const networks = platforms?.filter((platform) => used.has(platform.name)) ?? [];
  return (
    <SettingsSection
      id="at-once"
      title={t('settings.sections.at-once')}
      text={t('settings.atOnce.text')}
      saved={state}
    >
      <Stack gap={12}>
        <CommitField
          label={t('settings.atOnce.overall')}
          description={t('settings.atOnce.overallHint')}
          value={String(concurrency.overall)}
          inputMode="numeric"
          width={280}
          check={(text) => wrong(text, mostOverall)}
          onCommit={(text) => keep({ overall: Number(text) })}
        />
        <CommitField
          label={t('settings.atOnce.perPlatform')}
          {...(networks.length > 0 ? { description: t('settings.atOnce.perPlatformHint') } : {})}
          value={String(concurrency.perPlatform)}
          inputMode="numeric"
          width={280}
          check={(text) => wrong(text, mostOverall)}
          onCommit={(text) => keep({ perPlatform: Number(text) })}
        />
        {networks.map(({ name, title }) => (
          <CommitField
            key={name}
            label={t('settings.atOnce.platform', { platform: title })}
            placeholder={t('settings.atOnce.likeAll', { count: concurrency.perPlatform })}
            value={String(concurrency.platforms[name] ?? '')}
            inputMode="numeric"
            width={280}
            check={(text) => (text === '' ? null : wrong(text, mostOverall))}
            onCommit={(text) => keep({ platforms: withEntry(concurrency.platforms, name, text) })}
          />
        ))}
        <CommitField
          label={t('settings.atOnce.perAccount')}
          description={t('settings.atOnce.perAccountHint')}
          value={String(concurrency.perAccount)}
          inputMode="numeric"
          width={280}
          check={(text) => wrong(text, mostOfAccount)}
          onCommit={(text) => keep({ perAccount: Number(text) })}
        />
        {accounts?.map((account) => (
          <CommitField
            key={account.id}
            label={t('settings.atOnce.account', { account: handleOf(account) })}
            placeholder={t('settings.atOnce.likeAll', { count: concurrency.perAccount })}
            value={String(concurrency.accounts[account.id] ?? '')}
            inputMode="numeric"
            width={280}
            check={(text) => (text === '' ? null : wrong(text, mostOfAccount))}
            onCommit={(text) => keep({ accounts: withEntry(concurrency.accounts, account.id, text) })}
          />
        ))}
      </Stack>
    </SettingsSection>
  );
}
