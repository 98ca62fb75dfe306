import { Button, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Account } from '../../../../shared/models/account.ts';
import type { Post } from '../../../../shared/models/post.ts';
import { readNow } from '../../../clock.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useAccounts } from '../../../parts/delivery/use-accounts.ts';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { AccountOrderField } from './account-order-field.tsx';
import { inOrder } from './account-order.ts';
import classes from './plan-panel.module.css';
import type { PlanWish } from './plan-state.ts';

/** Minutes between posts, and weeks that the campaign takes. */
const gaps = { quarter: 15, hour: 60, hours: 240, day: 1_440 } as const;
const spans = { week: 1, fortnight: 2, month: 4, months: 8 } as const;
const namesOf = <Name extends string>(all: Readonly<Record<Name, number>>): Name[] =>
  Object.keys(all) as Name[];
const weekMs = 7 * 86_400_000;

interface CampaignSetupProps {
  /** Posts that are ticked from the start. */
  readonly chosen: readonly string[];
  readonly onPropose: (wish: PlanWish) => void;
}

/** What a campaign is to hold: its name, its posts in the order in which they are ticked, and its rhythm. */
export function CampaignSetup({ chosen, onPropose }: CampaignSetupProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useQuery(
    api.posts.list.queryOptions({ input: { workspaceId, state: 'draft', limit: 200 } }),
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingSkeleton rows={4} height={48} />;
  if (data.posts.length === 0) {
    return (
      <EmptyState
        title={t('planning.empty.title')}
        text={t('planning.empty.text')}
        action={
          <Button component={Link} href="/compose">
            {t('planning.empty.action')}
          </Button>
        }
      />
    );
  }
  return <CampaignForm drafts={data.posts} chosen={chosen} onPropose={onPropose} />;
}

function CampaignForm({ drafts, chosen, onPropose }: CampaignSetupProps & { readonly drafts: Post[] }) {
  const t = useWords();
  const [name, setName] = useState('');
  const [gap, setGap] = useState<keyof typeof gaps>('hour');
  const [span, setSpan] = useState<keyof typeof spans>('week');
  const [ticked, setTicked] = useState(() => chosen.filter((id) => drafts.some((post) => post.id === id)));
  const [order, setOrder] = useState<readonly Account['id'][]>([]);
  const known = useAccounts();
  const chosenPosts = drafts.filter(({ id }) => ticked.includes(id));
  const there = [...known.values()]
    .map(({ id }) => id)
    .filter((id) => chosenPosts.some((post) => post.accountIds.includes(id)));
  const accounts = inOrder(there, order).flatMap((id) => known.get(id) ?? []);
  const [faults, setFaults] = useState<{ name?: string; drafts?: string }>({});

  const submit = (): void => {
    const wrong = {
      ...(name.trim() === '' ? { name: t('planning.setup.nameMissing') } : {}),
      ...(ticked.length === 0 ? { drafts: t('planning.setup.none') } : {}),
    };
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    const from = readNow();
    const inTurn = ticked.flatMap((id) => drafts.find((post) => post.id === id)?.id ?? []);
    onPropose({
      mode: 'campaign',
      from,
      to: from + spans[span] * weekMs,
      drafts: inTurn,
      name: name.trim(),
      gapMinutes: gaps[gap],
      order: accounts.map(({ id }) => id),
    });
  };

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.body} role="group" aria-label={t('planning.panel.campaign')} tabIndex={0}>
        <Stack gap={16}>
          <TextInput
            label={t('planning.setup.name')}
            description={t('planning.setup.nameHint')}
            maxLength={60}
            value={name}
            error={faults.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('planning.setup.gap')}
            allowDeselect={false}
            value={gap}
            onChange={(value) => setGap(namesOf(gaps).find((one) => one === value) ?? gap)}
            data={namesOf(gaps).map((value) => ({ value, label: t(`planning.setup.gaps.${value}`) }))}
          />
          <Select
            label={t('planning.setup.days')}
            allowDeselect={false}
            value={span}
            onChange={(value) => setSpan(namesOf(spans).find((one) => one === value) ?? span)}
            data={namesOf(spans).map((value) => ({ value, label: t(`planning.setup.spans.${value}`) }))}
          />
          <Checkbox.Group
            label={t('planning.setup.drafts')}
            value={ticked}
            error={faults.drafts}
            onChange={setTicked}
          >
            <Stack gap={8} mt={8}>
              {drafts.map(({ id, parts }) => {
                const place = ticked.indexOf(id);
                const words = parts[0]?.text.trim().slice(0, 80) || t('calendar.noWords');
                return <Checkbox key={id} value={id} label={place < 0 ? words : `${place + 1}. ${words}`} />;
              })}
            </Stack>
          </Checkbox.Group>
          {accounts.length > 1 ? <AccountOrderField accounts={accounts} onOrder={setOrder} /> : null}
        </Stack>
      </div>
      <footer className={classes.footer}>
        <Button type="submit">{t('planning.setup.propose')}</Button>
      </footer>
    </form>
  );
}
