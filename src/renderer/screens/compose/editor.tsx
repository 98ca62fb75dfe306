import { Button, TagsInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import IconWand from '@tabler/icons-react/dist/esm/icons/IconWand.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useRef, useState } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import type { MediaId, PostId } from '../../../shared/models/ids.ts';
import type { CatchUp } from '../../../shared/models/delivery.ts';
import type { Post } from '../../../shared/models/post.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { notifications } from '@mantine/notifications';
import { readNow } from '../../clock.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { Screen } from '../../parts/screen.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AccountChips } from './account-chips.tsx';
import { Advice } from './advice.tsx';
import { OpenHelpContext } from './assist/open-help.ts';
import type { OpenHelp } from './assist/open-help.ts';
import { draftOf, emptyDraft, isBlank } from './draft.ts';
import { EditorNotes } from './editor-notes.tsx';
import classes from './editor.module.css';
import { MoreMenu } from './more-menu.tsx';
import { PreflightList } from './preflight-list.tsx';
import { NetworkSections } from './options/network-sections.tsx';
import { Previews } from './preview/previews.tsx';
import { SaveNote } from './save-note.tsx';
import { ThreadEditor } from './thread-editor.tsx';
import type { ThreadHandle } from './thread-editor.tsx';
import { useAnalysis } from './use-analysis.ts';
import { useDraft } from './use-draft.ts';
import { useKeyphrase } from './use-keyphrase.ts';
import { useOfferedEdits } from './use-offered-edits.ts';
import { usePreflight } from './use-preflight.ts';
import type { PreflightLine } from './use-preflight.ts';
import { useScheduling } from './use-scheduling.ts';
import { seedOfTest } from './test-seed.ts';
import { choiceOfSeries, instantOfChoice, offeredChoice } from './when-choice.ts';
import type { WhenChoice } from './when-choice.ts';
import { WhenControl } from './when-control.tsx';

const NewTestDialog = lazy(() =>
  import('../../parts/new-test/new-test-dialog.tsx').then((file) => ({ default: file.NewTestDialog })),
);
const AssistPanel = lazy(() =>
  import('./assist/assist-panel.tsx').then((file) => ({ default: file.AssistPanel })),
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

/** The help beside the page; `key` is another one each time it is opened. */
interface Help {
  readonly key: string;
  readonly mediaId: MediaId | null;
}

const editableStates = new Set([
  'draft',
  'scheduled',
  'failed',
  'missed',
  'cancelled',
  'needs_you',
  'with_network',
]);

const isLocked = (post: Post | null): boolean =>
  post !== null && post.deliveries.some(({ state }) => !editableStates.has(state));

/** When a post goes out, where it is not now and not open. */
function plannedInstant(when: WhenChoice, slots: readonly WallTime[]): number | null {
  const now = readNow();
  const at = when.kind === 'now' ? null : instantOfChoice(when, slots, now);
  return at === null || at <= now ? null : at;
}

/** The accounts on top, the text in the middle, previews and analysis beside it, one control to send it. */
export function Editor({ accounts, opened, at, series, onCreated }: EditorProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId, timeZone } = useWorkspace();
  const thread = useRef<ThreadHandle>(null);
  const [initial] = useState(() => (opened ? draftOf(opened) : emptyDraft(accounts)));
  const handle = useDraft(initial, opened, onCreated);
  const { draft, post, save, change, flush } = handle;
  const { replace, apply, addHashtag } = useOfferedEdits(handle);
  const { data: slots = noSlots } = useQuery(
    api.posts.slots.queryOptions({
      input: { workspaceId, count: 5, accountIds: [...draft.accountIds] },
      placeholderData: keepPreviousData,
    }),
  );
  const [chosen, setChosen] = useState<WhenChoice | null>(null);
  const when =
    chosen ?? (series ? choiceOfSeries(series) : offeredChoice(post, at, slots, timeZone, readNow()));
  const { data: settings } = useQuery(api.settings.workspace.queryOptions({ input: { workspaceId } }));
  const [chosenRule, setChosenRule] = useState<CatchUp | null>(null);
  const ownRule = series?.catchUp ?? post?.deliveries.find(({ state }) => state !== 'draft')?.catchUp;
  const lateRule = chosenRule ?? ownRule ?? settings?.catchUp ?? null;
  const { busy, send, takeBack } = useScheduling(handle, series, chosenRule);
  const helpButton = useRef<HTMLButtonElement>(null);
  const [help, setHelp] = useState<Help | null>(null);
  const openHelp: OpenHelp = (mediaId) => setHelp({ key: crypto.randomUUID(), mediaId });
  const closeHelp = (): void => {
    setHelp(null);
    helpButton.current?.focus();
  };
  const keyphrase = useKeyphrase(post?.id ?? null);
  const [tested, setTested] = useState<readonly (readonly string[])[] | null>(null);

  const cards = usePlatforms();
  const chosenAccounts = accounts.filter(({ id }) => draft.accountIds.includes(id));
  const fallback = accounts[0]?.platform ?? [...cards.keys()][0];
  const platforms = [...new Set(chosenAccounts.map(({ platform }) => platform))];
  if (platforms.length === 0 && fallback !== undefined) platforms.push(fallback);
  const [looked, setLooked] = useState('');
  // What is looked at is what previews, analysis and help are about.
  const platform = platforms.includes(looked) ? looked : (platforms[0] ?? '');

  const meant = chosenAccounts.find((account) => account.platform === platform)?.id ?? null;
  const analysis = useAnalysis(draft, platform, keyphrase.value, {
    accountId: meant,
    at: plannedInstant(when, slots),
  });
  const preflight = usePreflight(draft, when, post?.id ?? null, series !== null);
  const locked = isLocked(post);
  const helping = help !== null && !locked;
  const delivery = post?.deliveries.find(({ state }) => state !== 'draft');

  const showLine = (line: PreflightLine): void => {
    if (line.part !== null) thread.current?.focus(line.part, line.range);
  };
  const submit = (): void => {
    if (locked || busy) return;
    if (isBlank(draft)) notifications.show({ message: t('compose.act.empty') });
    else if (when.kind !== 'draft' && draft.accountIds.length === 0) {
      notifications.show({ message: t('compose.act.noAccount') });
    } else {
      const errors = preflight?.lines.filter(({ severity }) => severity === 'error') ?? [];
      const [first] = errors;
      if (when.kind === 'draft' || !first) void send(when);
      else {
        notifications.show({ color: 'orange', message: t('compose.act.errors', { count: errors.length }) });
        showLine(first);
      }
    }
  };
  useHotkeys([['mod+Enter', submit]], []);

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
                accounts={chosenAccounts}
                choice={when}
                slots={slots}
                ofSeries={series !== null}
                lateRule={lateRule}
                disabled={busy}
                onChange={setChosen}
                onLateRule={setChosenRule}
              />
              <Button onClick={submit} loading={busy} aria-keyshortcuts="Control+Enter">
                {when.kind === 'repeat'
                  ? t(series ? 'recurring.compose.save' : 'recurring.compose.begin')
                  : t(`compose.act.${actOf(when.kind, delivery?.state === 'scheduled')}`)}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={classes.place} data-helping={helping || undefined}>
        <div className={classes.writing}>
          <div className={classes.page}>
            <EditorNotes handle={handle} series={series} locked={locked} />
            <AccountChips
              accounts={accounts}
              chosen={draft.accountIds}
              disabled={locked}
              onChange={(accountIds) => change((now) => ({ ...now, accountIds }))}
            />
            <OpenHelpContext value={locked ? null : openHelp}>
              <ThreadEditor
                ref={thread}
                draft={draft}
                platforms={platforms}
                disabled={locked}
                lines={preflight?.lines ?? noLines}
                onChange={change}
              />
            </OpenHelpContext>
            {locked ? null : (
              <Button
                ref={helpButton}
                variant="subtle"
                color="gray"
                size="compact-sm"
                mt={8}
                aria-expanded={helping}
                leftSection={<IconWand size={14} aria-hidden />}
                onClick={() => (helping ? closeHelp() : openHelp(null))}
              >
                {t('assist.open')}
              </Button>
            )}
            <NetworkSections
              draft={draft}
              post={post}
              accounts={chosenAccounts}
              disabled={locked}
              onChange={change}
              onFlush={flush}
            />
            <TagsInput
              mt="md"
              label={t('compose.labels.label')}
              placeholder={draft.labels.length === 0 ? t('compose.labels.placeholder') : ''}
              value={[...draft.labels]}
              onChange={(labels) => change((now) => ({ ...now, labels }))}
              maxTags={30}
              disabled={locked}
              classNames={{ input: classes.labels }}
            />
            <div className={classes.preflight}>
              {preflight && !locked && !isBlank(draft) ? (
                <PreflightList preflight={preflight} accounts={accounts} onShow={showLine} />
              ) : null}
            </div>
          </div>
        </div>
        <aside className={classes.beside}>
          <Suspense fallback={null}>
            {helping ? (
              <AssistPanel
                key={help.key}
                draft={draft}
                platform={platform}
                accounts={chosenAccounts.filter((account) => account.platform === platform)}
                keyphrase={keyphrase}
                mediaId={help.mediaId}
                onReplace={replace}
                {...(series ? {} : { onTest: (versions) => setTested(versions.map(({ parts }) => parts)) })}
                onClose={closeHelp}
              />
            ) : null}
          </Suspense>
          <div className={classes.previews}>
            <Previews
              draft={draft}
              platforms={platforms}
              active={platform}
              accounts={chosenAccounts}
              truncatedAt={analysis?.platformFit.truncatedAt ?? null}
              onActive={setLooked}
            />
          </div>
          <div className={classes.advice}>
            <Advice
              analysis={analysis}
              keyphrase={keyphrase}
              disabled={locked}
              onApply={apply}
              onHashtag={addHashtag}
            />
            {locked || isBlank(draft) || series ? null : (
              <Button
                variant="default"
                size="xs"
                mt="md"
                leftSection={<IconScale size={14} aria-hidden />}
                onClick={() => setTested([])}
              >
                {t('tests.start.open')}
              </Button>
            )}
          </div>
        </aside>
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

const noSlots: [] = [];
const noLines: [] = [];

const actOf = (kind: WhenChoice['kind'], scheduled: boolean): 'now' | 'draft' | 'reschedule' | 'schedule' => {
  if (kind === 'now' || kind === 'draft') return kind;
  return scheduled ? 'reschedule' : 'schedule';
};
