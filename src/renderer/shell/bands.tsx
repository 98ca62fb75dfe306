import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRoute } from 'wouter';
import { useTellFailure } from '../parts/offer-undo.tsx';
import { useHold } from '../parts/use-hold.ts';
import { useApi } from '../queries.ts';
import { useFormats } from '../use-formats.ts';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import { AwakeBand } from './awake-band.tsx';
import classes from './bands.module.css';
import { MissedBand } from './missed-band.tsx';
import { RiskBand } from './risk-band.tsx';
import { useRealWorkspace } from './use-real-workspace.ts';

/** The thin bands above everything, the most important first: what comes after the second waits for its turn. */
export function Bands() {
  const workspace = useWorkspace();
  return (
    <header className={classes.bands}>
      {workspace.kind === 'practice' ? <PracticeBand /> : null}
      <OfflineBand />
      <PublishingBands />
    </header>
  );
}

function PracticeBand() {
  const t = useWords();
  const { real, enter } = useRealWorkspace();
  return (
    <div className={classes.band} data-tone="practice" role="note">
      <span>{t('shell.practice.text')}</span>
      {real ? (
        <Link href="/accounts" onClick={enter} className={classes.link}>
          {t('shell.practice.connect')}
        </Link>
      ) : null}
    </div>
  );
}

/** While this data is held the review asks about everything else, so that the other bands stay away. */
function PublishingBands() {
  const hold = useHold();
  if (hold === undefined) return null;
  if (hold) return <HoldBand hold={hold} />;
  return (
    <>
      <PausedBand />
      <RiskBand />
      <MissedBand />
      <AwakeBand />
    </>
  );
}

function HoldBand({ hold }: { hold: NonNullable<ReturnType<typeof useHold>> }) {
  const t = useWords();
  const formats = useFormats();
  const [reviewing] = useRoute('/hold');
  return (
    <output className={classes.band} data-tone="warning">
      <span>{t(`copies.band.${hold.reason}`, { when: formats.when(hold.writtenAt) })}</span>
      {reviewing ? null : (
        <Link href="/hold" className={classes.link}>
          {t('copies.band.review')}
        </Link>
      )}
    </output>
  );
}

function PausedBand() {
  const t = useWords();
  const api = useApi();
  const { id } = useWorkspace();
  const tell = useTellFailure();
  const { data } = useQuery(api.queue.counts.queryOptions({ input: { workspaceId: id } }));
  const resume = useMutation(api.system.pausePublishing.mutationOptions({ onError: tell }));
  if (!data?.paused) return null;
  return (
    <output className={classes.band} data-tone="warning">
      <span>{t('shell.paused')}</span>
      <button
        type="button"
        className={classes.link}
        disabled={resume.isPending}
        onClick={() => resume.mutate({ paused: false })}
      >
        {t('shell.resume')}
      </button>
    </output>
  );
}

function OfflineBand() {
  const t = useWords();
  const connected = useWindowState((state) => state.connected);
  if (connected) return null;
  return (
    <output className={classes.band} data-tone="bad">
      {t('shell.offline')}
    </output>
  );
}
