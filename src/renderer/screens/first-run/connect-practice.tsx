import { Anchor, Button, Group, Loader } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import type { Workspace } from '../../../shared/models/workspace.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { useConnection } from '../../parts/use-connection.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import classes from './connect-practice.module.css';

/** Connects an account of the practice network through its consent page. */
export function ConnectPractice({ workspace }: { workspace: Workspace }) {
  const t = useWords();
  const api = useApi();
  const platforms = usePlatforms();
  const connection = useConnection();
  const { data: accounts = [] } = useQuery(
    api.accounts.list.queryOptions({ input: { workspaceId: workspace.id } }),
  );
  const problem = connection.flow?.problem;
  return (
    <div className={classes.root}>
      <p className={classes.text}>
        <strong>{t('firstRun.practice.ready')}</strong> {t('firstRun.practice.connectText')}
      </p>
      {accounts.map((account) => (
        <output key={account.id} className={classes.connected}>
          <IconCircleCheck size={18} aria-hidden />
          {t('firstRun.connected', { name: `${account.displayName} (@${account.username})` })}
        </output>
      ))}
      {connection.running ? (
        <Group gap={12} mt={8}>
          <Loader size={16} />
          <span>{t('firstRun.waitingText')}</span>
          {connection.flow ? (
            <Anchor href={connection.flow.authorizeUrl} target="_blank" rel="noopener noreferrer" size="sm">
              {t('firstRun.openAgain')}
            </Anchor>
          ) : null}
          <Button variant="subtle" size="compact-sm" onClick={connection.cancel}>
            {t('shell.cancel')}
          </Button>
        </Group>
      ) : (
        <Group gap={8} mt={8}>
          {[...platforms.values()].map(({ name, title }) => (
            <Button
              key={name}
              variant={accounts.length > 0 ? 'default' : 'filled'}
              leftSection={<NetworkIcon platform={name} size={14} />}
              onClick={() => connection.start({ workspaceId: workspace.id, platform: name })}
            >
              {t('firstRun.practice.connect', { network: title })}
            </Button>
          ))}
        </Group>
      )}
      {connection.error ? <ErrorState inline error={connection.error} /> : null}
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem.message} {problem.fix}
        </p>
      ) : null}
    </div>
  );
}
