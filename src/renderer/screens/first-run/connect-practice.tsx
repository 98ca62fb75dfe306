import { Chip, Group } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workspace } from '../../../shared/models/workspace.ts';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { SignIn } from '../../parts/sign-in/sign-in.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import classes from './connect-practice.module.css';

/** Connects an account of any network that the practice network plays; the first one is chosen already. */
export function ConnectPractice({ workspace }: { workspace: Workspace }) {
  const t = useWords();
  const api = useApi();
  const platforms = usePlatforms();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: accounts = [] } = useQuery(
    api.accounts.list.queryOptions({ input: { workspaceId: workspace.id } }),
  );
  const cards = [...platforms.values()];
  const platform = cards.find(({ name }) => name === chosen) ?? cards[0];
  return (
    <div className={classes.root}>
      <p className={classes.text}>
        <strong>{t('firstRun.practice.ready')}</strong>{' '}
        {platform?.signIn.kind === 'password'
          ? t('firstRun.practice.passwordText')
          : t('firstRun.practice.connectText')}
      </p>
      {accounts.map((account) => (
        <output key={account.id} className={classes.connected}>
          <IconCircleCheck size={18} aria-hidden />
          <NetworkIcon platform={account.platform} size={14} labelled />
          {t('firstRun.connected', { name: `${account.displayName} (@${account.username})` })}
        </output>
      ))}
      <Chip.Group value={platform?.name ?? ''} onChange={setChosen}>
        <Group gap={8} my={12} role="radiogroup" aria-label={t('firstRun.practice.network')}>
          {cards.map(({ name, title }) => (
            <Chip key={name} value={name} size="sm" variant="outline">
              {title}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {platform ? (
        <SignIn
          key={platform.name}
          workspace={workspace}
          platform={platform}
          account={null}
          action={t('firstRun.practice.connect', { network: platform.title })}
        />
      ) : null}
    </div>
  );
}
