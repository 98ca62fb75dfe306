import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reading } from '../../../../shared/models/listening.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { usePlatforms } from '../../../parts/network-icon.tsx';
import { useSay } from '../../../parts/use-say.ts';
import { useApi } from '../../../queries.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './add-competitor.module.css';

interface AddCompetitorProps {
  /** Networks at which others can be read now. */
  readonly networks: readonly { readonly platform: string; readonly competitors: Reading }[];
}

/** Puts somebody on the list; the network is asked for the name first, and what that costs stands on the button. */
export function AddCompetitor({ networks }: AddCompetitorProps) {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const say = useSay();
  const cards = usePlatforms();
  const { id: workspaceId } = useWorkspace();
  const [chosen, setChosen] = useState<string | null>(null);
  const [handle, setHandle] = useState('');
  const network = networks.find(({ platform }) => platform === chosen) ?? networks[0];
  const add = useMutation(
    api.listening.addCompetitor.mutationOptions({
      onSuccess: ({ displayName }) => {
        setHandle('');
        say(t('competitors.add.added', { name: displayName }));
      },
    }),
  );
  if (network?.competitors.kind !== 'reads') return null;
  const { platform } = network;
  const { costMicros, monthlyMicros } = network.competitors;
  const titleOf = (name: string): string => cards.get(name)?.title ?? name;
  const cost = formats.dollars(costMicros);
  return (
    <section aria-label={t('competitors.add.label')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (handle.trim() === '' || add.isPending) return;
          add.mutate({ workspaceId, platform, handle: handle.trim(), agreedMicros: costMicros });
        }}
      >
        <Select
          w={160}
          label={t('competitors.add.network')}
          value={platform}
          allowDeselect={false}
          data={networks.map((one) => ({ value: one.platform, label: titleOf(one.platform) }))}
          onChange={setChosen}
        />
        <TextInput
          className={classes.handle ?? ''}
          label={t('competitors.add.handle')}
          value={handle}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setHandle(event.currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending} disabled={handle.trim() === ''}>
          {costMicros > 0 ? t('competitors.add.payAction', { cost }) : t('competitors.add.action')}
        </Button>
      </form>
      {costMicros > 0 ? (
        <p className={classes.cost}>
          {t('competitors.add.cost', {
            network: titleOf(platform),
            cost,
            month: formats.dollars(monthlyMicros),
          })}
        </p>
      ) : null}
      {add.isError ? (
        <div className={classes.failure}>
          <ErrorState error={add.error} inline />
        </div>
      ) : null}
    </section>
  );
}
