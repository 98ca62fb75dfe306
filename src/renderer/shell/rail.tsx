import { Button, Kbd, Tooltip } from '@mantine/core';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconChartLine from '@tabler/icons-react/dist/esm/icons/IconChartLine.mjs';
import IconCompass from '@tabler/icons-react/dist/esm/icons/IconCompass.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import IconPencilPlus from '@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../queries.ts';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import { HealthLink } from './health-link.tsx';
import { RailLink } from './rail-link.tsx';
import classes from './rail.module.css';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

const isMac = (): boolean => navigator.userAgent.includes('Mac');

/** The way around the app, at the start of every screen. */
export function Rail() {
  const t = useWords();
  const setPaletteOpen = useWindowState((state) => state.setPaletteOpen);
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      <WorkspaceSwitcher />
      <Button
        component={Link}
        href="/compose"
        fullWidth
        className={classes.compose}
        leftSection={<IconPencilPlus size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden className={classes.key}>
            C
          </Kbd>
        }
        justify="flex-start"
        aria-keyshortcuts="c"
      >
        <span className={classes.grow}>{t('shell.compose')}</span>
      </Button>
      <div className={classes.links}>
        <RailLink href="/" icon={<IconCalendar size={18} stroke={1.7} />} label={t('shell.calendar')} />
        <QueueLink />
        <RailLink href="/library" icon={<IconPhoto size={18} stroke={1.7} />} label={t('shell.library')} />
        <RailLink
          href="/analytics"
          icon={<IconChartLine size={18} stroke={1.7} />}
          label={t('shell.analytics')}
        />
        <RailLink href="/advice" icon={<IconBulb size={18} stroke={1.7} />} label={t('shell.advice')} />
        <RailLink
          href="/discover"
          icon={<IconCompass size={18} stroke={1.7} />}
          label={t('shell.discover')}
        />
      </div>
      <div className={classes.bottom}>
        <button type="button" className={classes.search} onClick={() => setPaletteOpen(true)}>
          <IconSearch size={18} stroke={1.7} aria-hidden />
          <span className={classes.grow}>{t('shell.searchShort')}</span>
          <Kbd size="xs" aria-hidden className={classes.quietKey}>
            {isMac() ? '⌘K' : 'Ctrl K'}
          </Kbd>
        </button>
        <HealthLink />
        <RailLink href="/accounts" icon={<IconUsers size={18} stroke={1.7} />} label={t('shell.accounts')} />
        <RailLink
          href="/settings"
          icon={<IconSettings size={18} stroke={1.7} />}
          label={t('shell.settings')}
        />
      </div>
    </nav>
  );
}

function QueueLink() {
  const t = useWords();
  const api = useApi();
  const { id } = useWorkspace();
  const { data } = useQuery(api.queue.counts.queryOptions({ input: { workspaceId: id } }));
  const count = data?.needsMe ?? 0;
  return (
    <RailLink
      href="/queue"
      icon={<IconListDetails size={18} stroke={1.7} />}
      label={t('shell.queue')}
      end={
        count > 0 ? (
          <Tooltip label={t('shell.queueNeedsMe', { count })}>
            <span className={classes.count}>
              <span aria-hidden>{count}</span>
              <span className="ocma-read-only">{t('shell.queueNeedsMe', { count })}</span>
            </span>
          </Tooltip>
        ) : null
      }
    />
  );
}
