import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useState } from 'react';
import type { MediaHostSettings, MediaHostTest } from '../../../shared/contract/settings.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ReachDialog } from '../../parts/reach-dialog.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { MediaPlaceForm } from './media-place-form.tsx';
import classes from './media-place-section.module.css';
import { SettingsSection } from './settings-section.tsx';

/** The public place from which networks fetch media: what it is for, its form, and whether it works. */
export function MediaPlaceSection() {
  const t = useWords();
  const api = useApi();
  const { data } = useQuery(api.settings.mediaHost.queryOptions({ input: {} }));
  const [editing, setEditing] = useState(false);
  if (!data) return null;
  const { mediaHost } = data;
  return (
    <SettingsSection id="media" title={t('settings.sections.media')} text={t('settings.media.text')}>
      <Askers />
      {mediaHost && !editing ? (
        <KeptPlace place={mediaHost} onChange={() => setEditing(true)} />
      ) : (
        <MediaPlaceForm place={mediaHost} onDone={() => setEditing(false)} />
      )}
    </SettingsSection>
  );
}

/** The networks that fetch media by themselves, and what of it. */
function Askers() {
  const t = useWords();
  const cards = [...usePlatforms().values()].filter(({ fetchesMedia }) => fetchesMedia !== 'none');
  if (cards.length === 0) return null;
  return (
    <ul className={classes.askers} aria-label={t('settings.media.askers')}>
      {cards.map(({ name, title, fetchesMedia }) => (
        <li key={name}>
          <NetworkIcon platform={name} size={14} /> <strong>{title}</strong>{' '}
          {fetchesMedia === 'images' ? t('settings.media.images') : t('settings.media.all')}
        </li>
      ))}
    </ul>
  );
}

function KeptPlace({ place, onChange }: { place: MediaHostSettings; onChange: () => void }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const test = useMutation(api.settings.testMediaHost.mutationOptions());
  const forget = useMutation(
    api.settings.forgetMediaHost.mutationOptions({
      onSuccess: () => notifications.show({ message: t('settings.media.forgotten') }),
      onError: tell,
      onSettled: () => queries.invalidateQueries({ queryKey: api.settings.mediaHost.key() }),
    }),
  );
  return (
    <div>
      <dl className={classes.facts}>
        <dt>{t('settings.media.bucket')}</dt>
        <dd>
          {place.bucket}
          {place.prefix === '' ? '' : `/${place.prefix}`}
        </dd>
        <dt>{t('settings.media.endpoint')}</dt>
        <dd>
          {place.endpoint} ({place.region})
        </dd>
        <dt>{t('settings.media.accessKeyId')}</dt>
        <dd>
          {place.accessKeyId}{' '}
          {place.hasSecretKey ? t('settings.media.secretIsKept') : t('settings.media.secretIsMissing')}
        </dd>
      </dl>
      <Group gap={8} mt={12}>
        <Button
          size="compact-sm"
          variant="default"
          loading={test.isPending}
          onClick={() => test.mutate({ workspaceId })}
        >
          {t('settings.media.test')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onChange}>
          {t('settings.media.change')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(true)}>
          {t('settings.media.forget')}
        </Button>
      </Group>
      <div aria-live="polite">
        {test.isPending ? <p className={classes.result}>{t('settings.media.testing')}</p> : null}
        {test.data && !test.isPending ? <TestResult result={test.data} /> : null}
        {test.error && !test.isPending ? <ErrorState inline error={test.error} /> : null}
      </div>
      <ReachDialog
        opened={asking}
        onClose={() => setAsking(false)}
        busy={forget.isPending}
        title={t('settings.media.forgetTitle')}
        text={t('settings.media.forgetText')}
        confirm={t('settings.media.forget')}
        keep={t('settings.media.keep')}
        danger
        onConfirm={() =>
          forget.mutateAsync({}).then(
            () => true,
            () => false,
          )
        }
      />
    </div>
  );
}

function TestResult({ result }: { result: MediaHostTest }) {
  const Icon = result.ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={classes.result} data-ok={result.ok || undefined}>
      <Icon size={16} aria-hidden />
      <span>
        {result.text} {result.fix}
      </span>
    </p>
  );
}
