import { health } from '../../../shared/catalogue/en/health.ts';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { When } from '../../parts/when.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import classes from './health-screen.module.css';

interface Call {
  readonly platform: string;
  readonly operation: string;
  readonly count: number;
  readonly failures: number;
  readonly costMicros: number;
  readonly lastAt: number;
}

const isNamed = (name: string): name is keyof typeof health.operation =>
  Object.hasOwn(health.operation, name);

/** What a call is for, in words; an operation that has none yet keeps its own name. */
export const wordsFor = (operation: string, t: Words): string => {
  const key = operation.replaceAll('.', '_');
  return isNamed(key) ? t(`health.operation.${key}`) : operation;
};

/** The calls of the last 24 hours by what they were for, with their cost. */
export function CallsTable({ calls }: { calls: readonly Call[] }) {
  const t = useWords();
  const formats = useFormats();
  if (calls.length === 0) return <p className={classes.nothing}>{t('health.calls.empty')}</p>;
  const sum = (pick: (call: Call) => number): number => calls.reduce((total, call) => total + pick(call), 0);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('health.calls.operation')}</th>
          <th scope="col">{t('health.calls.count')}</th>
          <th scope="col">{t('health.calls.failures')}</th>
          <th scope="col">{t('health.calls.cost')}</th>
          <th scope="col">{t('health.calls.last')}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={`${call.platform} ${call.operation}`}>
            <td>
              <span className={classes.network}>
                <NetworkIcon platform={call.platform} size={14} labelled />
                {wordsFor(call.operation, t)}
              </span>
            </td>
            <td>{formats.count(call.count)}</td>
            <td className={call.failures > 0 ? classes.failures : undefined}>
              {formats.count(call.failures)}
            </td>
            <td>{formats.money(call.costMicros)}</td>
            <td>
              <When at={call.lastAt} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('health.calls.total')}</td>
          <td>{formats.count(sum(({ count }) => count))}</td>
          <td>{formats.count(sum(({ failures }) => failures))}</td>
          <td>{formats.money(sum(({ costMicros }) => costMicros))}</td>
          <td>–</td>
        </tr>
      </tfoot>
    </table>
  );
}
