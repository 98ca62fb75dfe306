import { CloseButton } from '@mantine/core';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import type { Account } from '../../../../shared/models/account.ts';
import type { AssistVersion } from '../../../../shared/models/assist.ts';
import type { MediaId } from '../../../../shared/models/ids.ts';
import { usePlatforms } from '../../../parts/network-icon.tsx';
import { useWords } from '../../../words.ts';
import type { Draft } from '../draft.ts';
import type { Keyphrase } from '../use-keyphrase.ts';
import { Answer } from './answer.tsx';
import { AskForm } from './ask-form.tsx';
import classes from './assist.module.css';
import { firstForm, offeredTasks } from './form.ts';
import type { AssistForm, TaskKind } from './form.ts';
import { RunStatus } from './run-status.tsx';
import { useAssistPreview, useAssistRequest } from './use-assist-request.ts';
import { useAssistRun } from './use-assist-run.ts';
import { usePictures } from './use-pictures.ts';
import { appliedWords, textBefore, titleOption, withVersion } from './taken-version.ts';

interface AssistPanelProps {
  readonly draft: Draft;
  /** The network whose rules the versions keep. */
  readonly platform: string;
  /** The accounts of the network that the post goes to. */
  readonly accounts: readonly Account[];
  readonly keyphrase: Keyphrase;
  /** The picture that it was opened at. */
  readonly mediaId: MediaId | null;
  /** Takes a version into the draft; `message` says what was done. */
  readonly onReplace: (next: (draft: Draft) => Draft, message: string) => void;
  readonly onClose: () => void;
  /** Publishes versions beside one another to learn which does better. */
  readonly onTest?: (versions: readonly AssistVersion[]) => void;
}

/** Help with the draft, beside it: what is wanted, what is sent, and versions that passed every check. */
export function AssistPanel({
  draft,
  platform,
  accounts,
  keyphrase,
  mediaId,
  onReplace,
  onClose,
  onTest,
}: AssistPanelProps) {
  const t = useWords();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const card = usePlatforms().get(platform);
  const pictures = usePictures(draft);
  const [chosen, setChosen] = useState(() => firstForm(mediaId));

  const titled = (accounts[0]?.options ?? card?.options ?? []).some((field) => field.id === titleOption);
  const tasks = offeredTasks({
    titled,
    threads: card?.supportsThreads ?? false,
    pictures: pictures.length,
  });
  const form = useFitting(chosen, tasks, pictures);
  const account = accounts.find((one) => one.id === form.accountId) ?? accounts[0];
  const { request, missing } = useAssistRequest(form, {
    draft,
    platform,
    accountId: account?.id,
    keyphrase: keyphrase.value,
  });
  const preview = useAssistPreview(request);
  const { state, ask, stop } = useAssistRun();

  const panel = useRef<HTMLElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever has gone on writing meanwhile is left alone.
    if (state.kind !== 'idle' && panel.current?.contains(document.activeElement))
      results.current?.scrollIntoView({ block: 'nearest' });
  }, [state.kind]);

  const begin = (): void => {
    if (request !== null) void ask({ request, before: textBefore(draft, request.platform, request.task) });
  };
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Else the post would go out.
      event.stopPropagation();
      event.preventDefault();
      begin();
    } else if (event.key === 'Escape' && !isOpenList(event.target)) {
      event.stopPropagation();
      if (state.kind === 'running') stop();
      else onClose();
    }
  });
  useEffect(() => {
    const place = panel.current;
    const listen = (event: KeyboardEvent): void => press(event);
    place?.addEventListener('keydown', listen);
    return () => place?.removeEventListener('keydown', listen);
  }, []);

  return (
    <section ref={panel} className={classes.panel} aria-labelledby={id}>
      <header className={classes.top}>
        <h2 className={classes.title} id={id} ref={heading} tabIndex={-1}>
          {t('assist.title')}
        </h2>
        <span className={classes.quiet}>{card ? t('assist.forNetwork', { network: card.title }) : null}</span>
        <CloseButton ml="auto" aria-label={t('assist.close')} onClick={onClose} />
      </header>
      <AskForm
        form={form}
        tasks={tasks}
        accounts={accounts}
        pictures={pictures}
        keyphrase={keyphrase}
        network={card?.title ?? ''}
        missing={missing}
        preview={request === null ? undefined : preview.data}
        previewError={request === null ? null : preview.error}
        running={state.kind === 'running'}
        onChange={(change) => setChosen({ ...form, ...change })}
        onAsk={begin}
        onStop={stop}
      />
      <div ref={results}>
        <RunStatus state={state} free={preview.data?.estimate.costMicros === 0} onAgain={begin} />
        {/* Another task's versions wait until one comes back to it. */}
        {state.kind === 'done' && state.asked.request.task.kind === form.kind ? (
          <Answer
            asked={state.asked}
            answer={state.answer}
            now={textBefore(draft, state.asked.request.platform, state.asked.request.task)}
            model={preview.data?.server?.model ?? null}
            onTest={onTest}
            onAgain={begin}
            onUse={(version) => {
              const about = state.asked.request;
              onReplace(
                (now) => withVersion(now, about.platform, about.task, version),
                appliedWords(about.task, t),
              );
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

/** The form with what is there: a task of this network, a picture of this post. */
function useFitting(
  form: AssistForm,
  tasks: readonly TaskKind[],
  pictures: readonly { readonly id: MediaId }[],
): AssistForm {
  const kind = tasks.includes(form.kind) ? form.kind : 'rewrite';
  const mediaId = pictures.some(({ id }) => id === form.mediaId) ? form.mediaId : (pictures[0]?.id ?? null);
  return useMemo(() => ({ ...form, kind, mediaId }), [form, kind, mediaId]);
}

/** Escape closes an open list first. */
const isOpenList = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.getAttribute('aria-expanded') === 'true' &&
  target.tagName === 'INPUT';
