import { useDisclosure } from '@mantine/hooks';
import { Button } from '@mantine/core';
import type { AudienceInsights } from '../../../../shared/contract/audience.ts';
import type { AccountId } from '../../../../shared/models/ids.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { MoreHistory } from '../more-history.tsx';
import { Why } from '../why.tsx';
import classes from './audience.module.css';
import { TraitRow } from './trait-row.tsx';

interface LikedProps {
  readonly liked: AudienceInsights['liked'];
  readonly accountId: AccountId;
}

/** What the audience responds to, as far as it stands clear of chance, and what was looked at beside. */
export function Liked({ liked, accountId }: LikedProps) {
  const t = useWords();
  const formats = useFormats();
  const [opened, { toggle }] = useDisclosure(false);
  const { have, need, from, to, compared, traits } = liked;
  const clear = traits.filter((trait) => trait.clear);
  const unclear = traits.filter((trait) => !trait.clear);
  return (
    <section className={classes.section} aria-label={t('audienceTab.what.title')}>
      <h2 className={classes.heading}>{t('audienceTab.what.title')}</h2>
      {liked.status === 'not_enough_data' ? (
        <MoreHistory
          have={have}
          need={need}
          accountId={accountId}
          title={t('audienceTab.what.notEnough', { count: have, need })}
          text={t('audienceTab.what.notEnoughText')}
        />
      ) : (
        <>
          <p className={classes.quiet}>
            {t('audienceTab.what.from', {
              count: have,
              from: from === null ? '' : formats.day(from),
              to: to === null ? '' : formats.day(to),
              compared,
            })}
          </p>
          <Why
            label={t('audienceTab.why')}
            about={t('audienceTab.what.title')}
            text={t('audienceTab.what.why')}
          />
          {clear.length > 0 ? (
            <ul className={classes.traits}>
              {clear.map((trait) => (
                <TraitRow key={`${trait.kind} ${trait.name}`} trait={trait} />
              ))}
            </ul>
          ) : (
            <p className={classes.nothing}>{t('audienceTab.what.nothingClear')}</p>
          )}
          {unclear.length > 0 ? (
            <>
              <Button mt={12} size="compact-sm" variant="default" aria-expanded={opened} onClick={toggle}>
                {t('audienceTab.what.unclear', { count: unclear.length })}
              </Button>
              {opened ? (
                <>
                  <p className={classes.quiet}>{t('audienceTab.what.unclearText')}</p>
                  <ul className={classes.traits}>
                    {unclear.map((trait) => (
                      <TraitRow key={`${trait.kind} ${trait.name}`} trait={trait} />
                    ))}
                  </ul>
                </>
              ) : null}
            </>
          ) : null}
        </>
      )}
    </section>
  );
}
