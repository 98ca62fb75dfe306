import { Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MediaHostSettings } from '../../../shared/contract/settings.ts';
import { describeFailure } from '../../failure.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { focusFirstFault } from '../../parts/focus-fault.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { mediaPlaceFaults } from './media-place.ts';
import classes from './media-place-section.module.css';

interface MediaPlaceFormProps {
  readonly place: MediaHostSettings | null;
  readonly onDone: () => void;
}

/** A bucket: where it is and the key to it. The secret goes in and never comes back. */
export function MediaPlaceForm({ place, onDone }: MediaPlaceFormProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const [values, setValues] = useState({
    endpoint: place?.endpoint ?? '',
    region: place?.region ?? '',
    bucket: place?.bucket ?? '',
    prefix: place?.prefix ?? '',
    accessKeyId: place?.accessKeyId ?? '',
  });
  const [secretKey, setSecretKey] = useState('');
  const [checked, setChecked] = useState(false);
  const kept = place?.hasSecretKey === true && values.endpoint.trim() === place.endpoint;
  const faults = mediaPlaceFaults(values, secretKey, kept);
  const save = useMutation(
    api.settings.setMediaHost.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.settings.mediaHost.key() });
        onDone();
      },
    }),
  );
  const vault = save.error ? describeFailure(save.error, t).code.startsWith('vault_') : false;
  const field = (name: keyof typeof values, wide = true) => ({
    label: t(`settings.media.${name}`),
    description: t(`settings.media.${name}Hint`),
    value: values[name],
    error: checked && faults[name] ? t(`settings.media.wrong.${faults[name]}`) : null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
    autoComplete: 'off',
    spellCheck: false,
    ...(wide ? {} : { w: 320 }),
  });

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (Object.keys(faults).length > 0) {
          focusFirstFault(event.currentTarget);
          return;
        }
        const secret = secretKey.trim();
        save.mutate({
          endpoint: values.endpoint.trim(),
          region: values.region.trim(),
          bucket: values.bucket.trim(),
          prefix: values.prefix.trim(),
          accessKeyId: values.accessKeyId.trim(),
          ...(secret === '' ? {} : { secretKey: secret }),
        });
      }}
    >
      <TextInput
        type="url"
        placeholder="https://s3.eu-central-1.amazonaws.com"
        required
        {...field('endpoint')}
      />
      <TextInput placeholder="eu-central-1" required {...field('region', false)} />
      <TextInput required {...field('bucket', false)} />
      <TextInput placeholder="ocma/" {...field('prefix', false)} />
      <TextInput required {...field('accessKeyId')} />
      <PasswordInput
        label={t('settings.media.secretKey')}
        description={kept ? t('settings.media.secretKept') : t('settings.media.secretHint')}
        value={secretKey}
        error={checked && faults.secretKey ? t(`settings.media.wrong.${faults.secretKey}`) : null}
        onChange={(event) => setSecretKey(event.currentTarget.value)}
        autoComplete="off"
        required={!kept}
      />
      {save.error ? <ErrorState inline error={save.error} /> : null}
      <Group gap={8}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.media.save')}
        </Button>
        {place ? (
          <Button variant="default" onClick={onDone}>
            {t('shell.cancel')}
          </Button>
        ) : null}
        {vault ? (
          <Button variant="default" component={Link} href="/settings#vault">
            {t('accountsScreen.app.toVault')}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
