import type { ComparedNetwork, Competitor, Posting, Reading } from '../../../../shared/models/listening.ts';
import { NetworkIcon, usePlatforms } from '../../../parts/network-icon.tsx';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { CompetitorActs } from './competitor-acts.tsx';
import { EstimateCell } from './estimate-cell.tsx';
import { HoursGrid } from './hours-grid.tsx';
import classes from './network-table.module.css';
import { MiddleWhy, PostingWhy } from './posting-why.tsx';
import { ReadingAge } from './reading-age.tsx';

interface NetworkTableProps {
  readonly network: ComparedNetwork;
  readonly listed: readonly Competitor[];
  readonly costs: Reading | undefined;
  readonly timeZone: string;
}

/** One network: the own accounts, the competitors below them, and the middle of these. */
export function NetworkTable({ network, listed, costs, timeZone }: NetworkTableProps) {
  const t = useWords();
  const formats = useFormats();
  const title = usePlatforms().get(network.platform)?.title ?? network.platform;
  const { own, competitors, benchmark } = network;
  const decimal = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 1 });
  const middle = (value: number | null): string =>
    value === null ? t('competitors.table.none') : decimal.format(value);
  const most = Math.max(
    1,
    ...[...own, ...competitors].flatMap(({ hours }) => hours.map(({ posts }) => posts)),
  );

  const row = (posting: Posting) => {
    const row = listed.find(({ id }) => id === posting.competitorId);
    return (
      <tr key={posting.competitorId ?? posting.accountId} data-own={posting.accountId !== null || undefined}>
        <th scope="row">
          <span className={classes.name}>
            {posting.profileUrl === null ? (
              <bdi>{posting.name}</bdi>
            ) : (
              <a dir="auto" href={posting.profileUrl} target="_blank" rel="noreferrer">
                {posting.name}
              </a>
            )}
            {posting.accountId === null ? null : (
              <span className={classes.you}>{t('competitors.table.you')}</span>
            )}
          </span>
          <span className={classes.quiet}>@{posting.handle}</span>
          {posting.followers === null ? null : (
            <span className={classes.quiet}>
              {t('competitors.table.followers', { followers: formats.countShort(posting.followers) })}
            </span>
          )}
          {row ? <ReadingAge competitor={row} /> : null}
        </th>
        <td>
          <EstimateCell estimate={posting.postsPerWeek} posts={posting.posts} />
        </td>
        <td>
          <EstimateCell estimate={posting.engagement} posts={posting.measuredPosts} />
        </td>
        <td>
          <EstimateCell estimate={posting.perThousandFollowers} posts={posting.measuredPosts} />
        </td>
        <td className={classes.when}>
          <HoursGrid name={posting.name} hours={posting.hours} most={most} timeZone={timeZone} />
          <PostingWhy posting={posting} />
        </td>
        <td className={classes.acts}>{row ? <CompetitorActs competitor={row} costs={costs} /> : null}</td>
      </tr>
    );
  };

  return (
    <section className={classes.root} aria-label={t('competitors.table.caption', { network: title })}>
      <h2 className={classes.title}>
        <NetworkIcon platform={network.platform} size={16} /> {title}
      </h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <caption className="ocma-read-only">{t('competitors.table.caption', { network: title })}</caption>
          <thead>
            <tr>
              {(['who', 'rhythm', 'engagement', 'perThousand', 'when'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`competitors.table.${name}`)}
                </th>
              ))}
              <th scope="col">
                <span className="ocma-read-only">{t('competitors.table.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map(row)}
            {competitors.map(row)}
          </tbody>
          {benchmark === null ? null : (
            <tfoot>
              <tr>
                <th scope="row">{t('competitors.table.middle', { count: benchmark.competitors })}</th>
                <td>{middle(benchmark.postsPerWeek)}</td>
                <td>{middle(benchmark.engagement)}</td>
                <td>{middle(benchmark.perThousandFollowers)}</td>
                <td className={classes.when}>
                  <MiddleWhy competitors={benchmark.competitors} />
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </section>
  );
}
