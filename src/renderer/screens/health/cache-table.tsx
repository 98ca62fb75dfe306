import { NetworkIcon } from '../../parts/network-icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { wordsFor } from './calls-table.tsx';
import classes from './health-screen.module.css';

interface CacheUse {
  readonly platform: string;
  readonly operation: string;
  readonly practice: boolean;
  readonly memory: number;
  readonly stored: number;
  readonly revalidated: number;
  readonly missed: number;
  readonly stale: number;
}

/** Where the answers to reads came from: what was kept, and what had to be asked for. */
export function CacheTable({ operations }: { operations: readonly CacheUse[] }) {
  const t = useWords();
  const formats = useFormats();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('health.calls.operation')}</th>
          <th scope="col">{t('health.cache.share')}</th>
          <th scope="col">{t('health.cache.memory')}</th>
          <th scope="col">{t('health.cache.stored')}</th>
          <th scope="col">{t('health.cache.revalidated')}</th>
          <th scope="col">{t('health.cache.missed')}</th>
          <th scope="col">{t('health.cache.stale')}</th>
        </tr>
      </thead>
      <tbody>
        {operations.map((each) => (
          <tr key={`${each.platform} ${each.operation} ${each.practice}`}>
            <td>
              <span className={classes.network}>
                <NetworkIcon platform={each.platform} size={14} labelled />
                {wordsFor(each.operation, t)}
                {each.practice ? <span className={classes.quiet}>{t('health.cache.practice')}</span> : null}
              </span>
            </td>
            <td>{formats.share(shareOf(each))}</td>
            <td>{formats.count(each.memory)}</td>
            <td>{formats.count(each.stored)}</td>
            <td>{formats.count(each.revalidated)}</td>
            <td>{formats.count(each.missed)}</td>
            <td>{formats.count(each.stale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The share of questions that cost the network nothing to answer anew. */
function shareOf({ memory, stored, revalidated, missed, stale }: CacheUse): number {
  const kept = memory + stored + revalidated + stale;
  return kept + missed === 0 ? 0 : kept / (kept + missed);
}
