import { UnstyledButton } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconCoin from '@tabler/icons-react/dist/esm/icons/IconCoin.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { Account } from '../../../shared/models/account.ts';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './preflight-list.module.css';
import type { Preflight, PreflightLine } from './use-preflight.ts';

const icons = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle } as const;

interface PreflightListProps {
  readonly preflight: Preflight;
  readonly accounts: readonly Account[];
  /** Leads to the letters that cause a line. */
  readonly onShow: (line: PreflightLine) => void;
}

/** What stands in the way of a post, what to know before it goes, and what it costs. */
export function PreflightList({ preflight, accounts, onShow }: PreflightListProps) {
  const t = useWords();
  return (
    <section aria-label={t('compose.preflight.label')}>
      <ul className={classes.list}>
        {preflight.lines.map((line) => (
          <Line key={`${line.id} ${line.accountId ?? ''} ${line.part ?? ''}`} line={line} onShow={onShow} />
        ))}
        <Costs costs={preflight.costs} accounts={accounts} />
      </ul>
    </section>
  );
}

function Line({ line, onShow }: { line: PreflightLine; onShow: (line: PreflightLine) => void }) {
  const t = useWords();
  const Icon = icons[line.severity];
  const body = (
    <>
      <Icon size={16} aria-hidden className={classes.icon} />
      <span>
        {line.text} {line.fix ? <span className={classes.fix}>{line.fix}</span> : null}
      </span>
    </>
  );
  return (
    <li>
      {line.part === null ? (
        <span className={classes.line} data-severity={line.severity}>
          {body}
        </span>
      ) : (
        <UnstyledButton
          className={classes.line}
          data-severity={line.severity}
          title={t('compose.preflight.show')}
          onClick={() => onShow(line)}
        >
          {body}
        </UnstyledButton>
      )}
    </li>
  );
}

function Costs({ costs, accounts }: { costs: Preflight['costs']; accounts: readonly Account[] }) {
  const t = useWords();
  const { money } = useFormats();
  const platforms = usePlatforms();
  return costs.map(({ accountId, costMicros, note }) => {
    const platform = accounts.find(({ id }) => id === accountId)?.platform ?? '';
    const network = platforms.get(platform)?.title ?? platform;
    const words =
      costMicros === 0
        ? t('compose.preflight.free', { network })
        : t('compose.preflight.cost', { cost: money(costMicros), network });
    return (
      <li key={accountId} className={classes.line} data-severity="cost">
        <IconCoin size={16} aria-hidden className={classes.icon} />
        <span>
          {words} {note ? <span className={classes.fix}>{note}</span> : null}
        </span>
      </li>
    );
  });
}
