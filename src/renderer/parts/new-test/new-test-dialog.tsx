import { Button, Group, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Post } from '../../../shared/models/post.ts';
import { readNow } from '../../clock.tsx';
import { useApi, useClient } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { ErrorState } from '../error-state.tsx';
import { useOfferUndo } from '../offer-undo.tsx';
import classes from './new-test.module.css';
import { TestPlan } from './test-plan.tsx';
import { TestFields } from './test-fields.tsx';
import { designOf, formOf, isComplete } from './test-form.ts';
import type { TestSeed } from './test-form.ts';
import { VersionFields } from './version-fields.tsx';

interface NewTestDialogProps {
  readonly seed: TestSeed;
  /** Saves the draft that the test is begun from, which then goes with it; null where it could not be saved. */
  readonly onSave?: () => Promise<Pick<Post, 'id'> | null>;
  readonly onClose: () => void;
}

/** Sets up a test of versions, with what would happen and what it could tell beside it. */
export function NewTestDialog({ seed, onSave, onClose }: NewTestDialogProps) {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const formats = useFormats();
  const [, navigate] = useLocation();
  const { id: workspaceId } = useWorkspace();
  const offerUndo = useOfferUndo();
  const [form, setForm] = useState(() =>
    formOf(seed, t('tests.start.defaultName', { date: formats.day(readNow()) })),
  );
  const [settled] = useDebouncedValue(form, 400);
  const ready = isComplete(settled);
  const plan = useQuery({
    ...api.experiments.preview.queryOptions({
      input: { workspaceId, ...designOf(settled, seed) },
      enabled: ready,
    }),
    placeholderData: (before) => before,
  });
  const blocked = plan.data?.lines.some(({ severity }) => severity === 'error') ?? true;
  const begin = useMutation({
    mutationFn: async () => {
      const draftId = (await onSave?.())?.id ?? seed.draftId;
      // The draft goes with this, and nothing on screen shall ask for it again.
      if (draftId !== null)
        queries.removeQueries({ queryKey: api.posts.get.queryKey({ input: { workspaceId, id: draftId } }) });
      const made = await client.experiments.create({
        workspaceId,
        ...designOf(form, seed),
        ...(plan.data === undefined ? {} : { seed: plan.data.seed }),
        ...(draftId === null ? {} : { draftId }),
      });
      return { id: made.id, planned: made.posts.planned, draftId };
    },
    onSuccess: ({ id, planned, draftId }) => {
      onClose();
      navigate(`/advice?tab=tests&test=${id}`);
      offerUndo({
        message: t('tests.done.created', { count: planned }),
        undo: async () => {
          await client.experiments.remove({ workspaceId, id });
          if (draftId === null) return;
          await client.posts.restore({ workspaceId, id: draftId });
          navigate(`/compose/${draftId}`);
        },
      });
    },
  });

  return (
    <Modal
      opened
      onClose={onClose}
      size={1_040}
      title={t('tests.start.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={classes.place}>
        <div>
          <VersionFields form={form} onChange={setForm} />
          <TestFields form={form} onChange={setForm} />
        </div>
        <section className={classes.plan} aria-label={t('tests.start.plan')} aria-live="polite">
          <h3 className={classes.heading}>{t('tests.start.plan')}</h3>
          {plan.error ? <ErrorState inline error={plan.error} onRetry={() => void plan.refetch()} /> : null}
          {ready && plan.data ? (
            <TestPlan plan={plan.data} names={settled.names} />
          ) : (
            <p className={classes.quiet}>{t('tests.start.noPlan')}</p>
          )}
        </section>
      </div>
      {begin.error ? <ErrorState inline error={begin.error} /> : null}
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('tests.start.cancel')}
        </Button>
        <Button
          loading={begin.isPending}
          disabled={!ready || blocked || plan.isFetching || settled !== form}
          onClick={() => begin.mutate()}
        >
          {t('tests.start.create')}
        </Button>
      </Group>
    </Modal>
  );
}
