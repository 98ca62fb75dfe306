import { ActionIcon, Anchor, CopyButton, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { Link } from 'wouter';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import classes from './data-section.module.css';
import { SettingsSection } from './settings-section.tsx';

/** Where everything is kept. */
export function DataSection() {
  const t = useWords();
  const api = useApi();
  const { data: info } = useQuery(api.system.info.queryOptions({ input: {} }));
  if (!info) return null;
  return (
    <SettingsSection id="data" title={t('settings.sections.data')} text={t('settings.data.text')}>
      <div className={classes.folder}>
        <code className={classes.path}>{info.dataDirectory}</code>
        <CopyButton value={info.dataDirectory}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t('settings.data.copied') : t('settings.data.copy')}>
              <ActionIcon
                aria-label={copied ? t('settings.data.copied') : t('settings.data.copy')}
                onClick={copy}
              >
                {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
      <div className={classes.links}>
        <Anchor component={Link} href="/health">
          {t('settings.data.health')}
        </Anchor>
        <Anchor component={Link} href="/import">
          {t('settings.data.import')}
        </Anchor>
      </div>
    </SettingsSection>
  );
}

/** What this installation is. */
export function AboutSection() {
  const t = useWords();
  const api = useApi();
  const { data: info } = useQuery(api.system.info.queryOptions({ input: {} }));
  if (!info) return null;
  return (
    <SettingsSection id="about" title={t('settings.sections.about')} text={t('settings.about.license')}>
      <dl className={classes.facts}>
        <dt>{t('settings.about.version')}</dt>
        <dd>{info.version}</dd>
        <dt>{t('settings.about.host')}</dt>
        <dd>{t(`settings.about.hosts.${info.host}`)}</dd>
        <dt>{t('settings.about.zones')}</dt>
        <dd>{info.timeZoneDataVersion}</dd>
      </dl>
    </SettingsSection>
  );
}
