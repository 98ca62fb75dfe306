import type { AudienceInsights } from '../../../../shared/contract/audience.ts';
import { When } from '../../../parts/when.tsx';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { Why } from '../why.tsx';
import classes from './audience.module.css';
import { HourBars } from './hour-bars.tsx';

type Known = AudienceInsights['responders'];

/** Who responds: languages, hours, and the people who do so most often. */
export function Responders({ responders, zone }: { responders: Known; zone: string }) {
  const t = useWords();
  const formats = useFormats();
  const { status, have, need, from, to, people } = responders;
  return (
    <section className={classes.section} aria-label={t('audienceTab.who.title')}>
      <h2 className={classes.heading}>{t('audienceTab.who.title')}</h2>
      {status === 'known' ? (
        <>
          <p className={classes.quiet}>
            {t('audienceTab.who.from', {
              count: have,
              people: formats.count(people),
              from: from === null ? '' : formats.day(from),
              to: to === null ? '' : formats.day(to),
            })}
          </p>
          <Why
            label={t('audienceTab.why')}
            about={t('audienceTab.who.title')}
            text={t('audienceTab.who.why')}
          />
          <div className={classes.columns}>
            <Languages responders={responders} />
            <Active responders={responders} />
          </div>
          <h3 className={classes.subheading}>{t('audienceTab.hours.title')}</h3>
          <p className={classes.quiet}>{t('audienceTab.hours.text', { zone })}</p>
          <HourBars hours={responders.hours} />
          <Why
            label={t('audienceTab.why')}
            about={t('audienceTab.hours.title')}
            text={t('audienceTab.hours.why')}
          />
        </>
      ) : status === 'not_told' ? (
        <p className={classes.nothing}>{t('audienceTab.who.notTold')}</p>
      ) : (
        <p className={classes.nothing}>
          {t('audienceTab.who.notEnough', { count: have, need })} {t('audienceTab.who.notEnoughText')}
        </p>
      )}
    </section>
  );
}

function Languages({ responders: { languages, languageUnknown } }: { responders: Known }) {
  const t = useWords();
  const formats = useFormats();
  const nameOf = (code: string): string => {
    const script = /^und-(\w{4})$/.exec(code)?.[1];
    return script === undefined
      ? (new Intl.DisplayNames([formats.locale], { type: 'language' }).of(code) ?? code)
      : t('audienceTab.languages.script', {
          script: new Intl.DisplayNames([formats.locale], { type: 'script' }).of(script) ?? script,
        });
  };
  return (
    <div>
      <h3 className={classes.subheading}>{t('audienceTab.languages.title')}</h3>
      {languages.length === 0 ? (
        <p className={classes.quiet}>{t('audienceTab.languages.none')}</p>
      ) : (
        <ul className={classes.languages}>
          {languages.slice(0, 6).map(({ code, responses, share }) => (
            <li key={code}>
              <span>{nameOf(code)}</span>
              <span className={classes.track} aria-hidden>
                <span className={classes.fill} style={{ width: `${share * 100}%` }} />
              </span>
              <span className={classes.number}>
                {t('audienceTab.languages.share', {
                  share: formats.share(share),
                  responses: formats.count(responses),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {languages.length > 0 && languageUnknown > 0 ? (
        <p className={classes.quiet}>{t('audienceTab.languages.unknown', { count: languageUnknown })}</p>
      ) : null}
      <Why
        label={t('audienceTab.why')}
        about={t('audienceTab.languages.title')}
        text={t('audienceTab.languages.why')}
      />
    </div>
  );
}

function Active({ responders: { active } }: { responders: Known }) {
  const t = useWords();
  return (
    <div>
      <h3 className={classes.subheading}>{t('audienceTab.active.title')}</h3>
      {active.length === 0 ? <p className={classes.quiet}>{t('audienceTab.active.none')}</p> : null}
      <ol className={classes.people}>
        {active.map(({ author, authorName, responses, lastAt, lastText, lastUrl }) => (
          <li key={author}>
            <span className={classes.person} dir="auto">
              <strong>{authorName}</strong> <span className={classes.quiet}>@{author}</span>
            </span>
            <span className={classes.number}>{t('audienceTab.active.responses', { count: responses })}</span>
            <span className={classes.lastText} dir="auto">
              {lastUrl === null ? (
                lastText
              ) : (
                <a href={lastUrl} target="_blank" rel="noreferrer">
                  {lastText}
                </a>
              )}
            </span>
            <span className={classes.quiet}>
              <When at={lastAt} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
