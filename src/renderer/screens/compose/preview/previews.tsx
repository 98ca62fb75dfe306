import { Tabs, Tooltip } from '@mantine/core';
import type { Account } from '../../../../shared/models/account.ts';
import { NetworkIcon, usePlatforms } from '../../../parts/network-icon.tsx';
import { useWords } from '../../../words.ts';
import type { Draft } from '../draft.ts';
import { NetworkPreview } from './network-preview.tsx';
import classes from './preview.module.css';

interface PreviewsProps {
  readonly draft: Draft;
  readonly platforms: readonly string[];
  /** The network that is shown. */
  readonly active: string;
  readonly accounts: readonly Account[];
  /** Where the shown network folds the first part away; null where it does not. */
  readonly truncatedAt: number | null;
  readonly onActive: (platform: string) => void;
}

/** The post as each network shows it; with several networks, a tab for each. */
export function Previews({ draft, platforms, active, accounts, truncatedAt, onActive }: PreviewsProps) {
  const t = useWords();
  const cards = usePlatforms();
  const titleOf = (platform: string): string => cards.get(platform)?.title ?? platform;
  const card = cards.get(active);
  const preview = card ? (
    <NetworkPreview
      // What was unfolded or turned to belongs to the network that was looked at.
      key={active}
      draft={draft}
      card={card}
      account={accounts.find(({ platform }) => platform === active)}
      values={draft.options[active] ?? {}}
      truncatedAt={truncatedAt}
    />
  ) : null;
  const heading = (
    <h2 className={classes.heading}>
      <NetworkIcon platform={active} size={13} />
      {t('compose.preview.at', { network: titleOf(active) })}
    </h2>
  );
  if (platforms.length < 2) {
    return (
      <section aria-label={t('compose.preview.label')}>
        {heading}
        {preview}
      </section>
    );
  }
  return (
    <section aria-label={t('compose.preview.label')}>
      <Tabs
        variant="pills"
        value={active}
        onChange={(platform) => onActive(platform ?? active)}
        keepMounted={false}
        classNames={{ tab: classes.tab ?? '' }}
      >
        <Tabs.List aria-label={t('compose.preview.networks')} mb={12} className={classes.tabs}>
          {platforms.map((platform) => (
            <Tooltip key={platform} label={titleOf(platform)}>
              <Tabs.Tab value={platform} aria-label={titleOf(platform)}>
                <NetworkIcon platform={platform} size={15} />
              </Tabs.Tab>
            </Tooltip>
          ))}
        </Tabs.List>
        {platforms.map((platform) => (
          <Tabs.Panel key={platform} value={platform}>
            {heading}
            {preview}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
