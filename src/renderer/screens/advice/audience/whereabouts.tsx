import type { AudienceFollowers } from '../../../../shared/contract/followers.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { zoneCity } from '../../../zoned.ts';
import { Why } from '../why.tsx';
import classes from './audience.module.css';

const mostCountries = 8;

/** In which countries they are, and which clocks that tells of. */
export function Whereabouts({ followers: { countries: told, source } }: { followers: AudienceFollowers }) {
  const t = useWords();
  const formats = useFormats();
  const nameOf = useCountryNames();
  const { status, text, readAt, counts, total, countries, clocks, severalClocks, unknown } = told;
  const from = {
    count: total,
    number: formats.count(total),
    source,
    when: readAt === null ? '' : formats.when(readAt),
  };
  const shown = countries.slice(0, mostCountries);
  const rest = countries.slice(mostCountries);
  return (
    <>
      <h3 className={classes.subheading}>{t('audienceTab.followers.where')}</h3>
      {status === 'known' ? (
        <>
          <p className={classes.quiet}>
            {counts === 'views'
              ? t('audienceTab.followers.whereViews', from)
              : t('audienceTab.followers.whereFollowers', from)}
          </p>
          {text === null ? null : <p className={classes.quiet}>{text}</p>}
          <div className={classes.columns}>
            <ul className={classes.countries}>
              {shown.map(({ country, count, share }) => (
                <Row
                  key={country}
                  name={nameOf(country)}
                  share={share}
                  number={t('audienceTab.followers.share', {
                    share: formats.share(share),
                    number: formats.count(count),
                  })}
                />
              ))}
              {rest.length > 0 ? (
                <Row
                  name={t('audienceTab.followers.more', { count: rest.length })}
                  share={rest.reduce((sum, { share }) => sum + share, 0)}
                />
              ) : null}
            </ul>
            <div>
              <h4 className={classes.minor}>{t('audienceTab.followers.clocks')}</h4>
              <ul className={classes.countries}>
                {clocks.slice(0, mostCountries).map(({ zone, share, countries: of }) => (
                  <Row
                    key={zone}
                    name={t('audienceTab.followers.clock', {
                      zone: zoneCity(zone),
                      countries: new Intl.ListFormat(formats.locale).format(of.slice(0, 4).map(nameOf)),
                    })}
                    share={share}
                  />
                ))}
                {severalClocks > 0 ? (
                  <Row name={t('audienceTab.followers.several')} share={severalClocks} />
                ) : null}
                {unknown > 0 ? <Row name={t('audienceTab.followers.unknown')} share={unknown} /> : null}
              </ul>
            </div>
          </div>
          <Why
            label={t('audienceTab.why')}
            about={t('audienceTab.followers.where')}
            text={t('audienceTab.followers.whereWhy')}
          />
        </>
      ) : (
        <p className={classes.nothing}>{text}</p>
      )}
    </>
  );
}

function Row({ name, share, number }: { name: string; share: number; number?: string }) {
  const formats = useFormats();
  return (
    <li>
      <span>{name}</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.number}>{number ?? formats.share(share)}</span>
    </li>
  );
}

function useCountryNames(): (code: string) => string {
  const { locale } = useFormats();
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  return (code) => names.of(code) ?? code;
}
