import { Suspense, lazy, useRef, useState } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import type { PostId } from '../../../shared/models/ids.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { Screen } from '../../parts/screen.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useWords } from '../../words.ts';
import { Beside } from './beside.tsx';
import { draftOf, emptyDraft } from './draft.ts';
import { EditorNotes } from './editor-notes.tsx';
import classes from './editor.module.css';
import { isLocked } from './locked.ts';
import { MoreMenu } from './more-menu.tsx';
import { SaveNote } from './save-note.tsx';
import { SendButton } from './send-button.tsx';
import { seedOfTest } from './test-seed.ts';
import type { ThreadHandle } from './thread-editor.tsx';
import { useAnalysis } from './use-analysis.ts';
import { useDraft } from './use-draft.ts';
import { useHelp } from './use-help.ts';
import { useKeyphrase } from './use-keyphrase.ts';
import { useLookedAt } from './use-looked-at.ts';
import { usePreflight } from './use-preflight.ts';
import type { PreflightLine } from './use-preflight.ts';
import { useScheduling } from './use-scheduling.ts';
import { useWhen } from './use-when.ts';
import { WhenControl } from './when-control.tsx';
import { Writing } from './writing.tsx';

const NewTestDialog = lazy(() =>
  import('../../parts/new-test/new-test-dialog.tsx').then((file) => ({ default: file.NewTestDialog })),
);

interface EditorProps {
  readonly accounts: readonly Account[];
  readonly opened: Post | null;
  /** The wall clock that the calendar was clicked at. */
  readonly at: string | null;
  /** The series of which all that is ahead is edited here. */
  readonly series: Recurrence | null;
  readonly onCreated: (id: PostId) => void;
}

/** The accounts on top, the text in the middle, previews and analysis beside it, one control to send it. */
export function Editor({ accounts, opened, at, series, onCreated }: EditorProps) {
  const t = useWords();
  const thread = useRef<ThreadHandle>(null);
  const [initial] = useState(() => (opened ? draftOf(opened) : emptyDraft(accounts)));
  const handle = useDraft(initial, opened, onCreated);
  const { draft, post, save, flush } = handle;
  const time = useWhen({ accountIds: draft.accountIds, post, at, series });
  const { busy, send, takeBack } = useScheduling(handle, series, time.chosenRule);
  const { button: helpButton, help, open: openHelp, close: closeHelp } = useHelp();
  const keyphrase = useKeyphrase(post?.id ?? null);
  const lookedAt = useLookedAt(accounts, draft);
  const analysis = useAnalysis(draft, lookedAt.platform, keyphrase.value, {
    accountId: lookedAt.there[0]?.id ?? null,
    at: time.instant,
  });
  const preflight = usePreflight(draft, time.when, post?.id ?? null, series !== null);
  const [tested, setTested] = useState<readonly (readonly string[])[] | null>(null);
  const locked = isLocked(post);
  const helping = help !== null && !locked;
  const delivery = post?.deliveries.find(({ state }) => state !== 'draft');
  const showLine = (line: PreflightLine): void => {
    if (line.part !== null) thread.current?.focus(line.part, line.range);
  };

  return (
    <Screen
      title={t(locked ? 'compose.lockedTitle' : post ? 'compose.editTitle' : 'compose.title')}
      layout="full"
      beside={
        <>
          {delivery ? <StateBadge state={delivery.state} progress={delivery.progress} /> : null}
          {locked ? null : <SaveNote save={save} onAgain={() => void flush()} />}
        </>
      }
      actions={
        <>
          {post ? <MoreMenu post={post} onFlush={flush} onUnschedule={() => void takeBack(post)} /> : null}
          {locked ? null : (
            <>
              <WhenControl
                accounts={lookedAt.accounts}
                choice={time.when}
                slots={time.slots}
                ofSeries={series !== null}
                lateRule={time.lateRule}
                disabled={busy}
                onChange={time.choose}
                onLateRule={time.chooseRule}
              />
              <SendButton
                draft={draft}
                post={post}
                when={time.when}
                ofSeries={series !== null}
                preflight={preflight}
                busy={busy}
                onSend={(when) => void send(when)}
                onShow={showLine}
              />
            </>
          )}
        </>
      }
    >
      <div className={classes.place} data-helping={helping || undefined}>
        <div className={classes.writing}>
          <div className={classes.page}>
            <EditorNotes handle={handle} series={series} locked={locked} />
            <Writing
              ref={thread}
              handle={handle}
              accounts={accounts}
              lookedAt={lookedAt}
              preflight={preflight}
              helping={helping}
              helpButton={helpButton}
              locked={locked}
              onHelp={openHelp}
              onHelpClose={closeHelp}
              onShow={showLine}
            />
          </div>
        </div>
        <Beside
          handle={handle}
          lookedAt={lookedAt}
          analysis={analysis}
          keyphrase={keyphrase}
          help={helping ? help : null}
          locked={locked}
          onHelpClose={closeHelp}
          onTest={series ? null : setTested}
        />
      </div>
      <Suspense fallback={null}>
        {tested ? (
          <NewTestDialog
            seed={seedOfTest(draft, post, tested)}
            onSave={flush}
            onClose={() => setTested(null)}
          />
        ) : null}
      </Suspense>
    </Screen>
  );
}
