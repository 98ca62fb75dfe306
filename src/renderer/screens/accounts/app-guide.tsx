import { ActionIcon, Anchor, CopyButton, Tooltip } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import classes from './connect-page.module.css';

/** What to click at the network to register a developer app, with everything that is to be pasted there. */
export function AppGuide({ platform }: { platform: PlatformCard }) {
  const t = useWords();
  const shown = platform.guide.flatMap(({ copy }) => copy);
  const missing = platform.redirectUris.filter((address) => !shown.includes(address));
  return (
    <ol className={classes.guide}>
      {platform.guide.map((step) => (
        <li key={step.title} className={classes.step}>
          <h3 className={classes.stepTitle}>{step.title}</h3>
          <p className={classes.stepText}>
            {step.text}{' '}
            {step.link ? (
              <Anchor href={step.link} target="_blank" rel="noreferrer" underline="always">
                {t('accountsScreen.app.link')} <IconExternalLink size={13} aria-hidden />
              </Anchor>
            ) : null}
          </p>
          <Copies texts={step.copy} />
        </li>
      ))}
      {missing.length > 0 ? (
        <li className={classes.step}>
          <h3 className={classes.stepTitle}>{t('accountsScreen.app.redirects')}</h3>
          <Copies texts={missing} />
        </li>
      ) : null}
    </ol>
  );
}

function Copies({ texts }: { texts: readonly string[] }) {
  const t = useWords();
  if (texts.length === 0) return null;
  return (
    <ul className={classes.copies}>
      {texts.map((text) => (
        <li key={text} className={classes.copy}>
          {text}
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? t('accountsScreen.app.copied') : t('accountsScreen.app.copy')}>
                <ActionIcon
                  size="sm"
                  aria-label={
                    copied ? t('accountsScreen.app.copied') : t('accountsScreen.app.copyOf', { text })
                  }
                  onClick={copy}
                >
                  {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </li>
      ))}
    </ul>
  );
}
