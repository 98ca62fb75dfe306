import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { SafeCopy } from '../../../shared/models/copy.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';

/** Says what going back to a copy means, then does it. Null: closed. */
export function RestoreDialog({
  copy,
  onClose,
}: {
  readonly copy: SafeCopy | null;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { data: info } = useQuery(api.system.info.queryOptions({ input: {} }));
  const restore = useMutation(
    api.copies.restore.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        onClose();
        navigate('/hold');
      },
    }),
  );
  const close = (): void => {
    if (restore.isPending) return;
    restore.reset();
    onClose();
  };
  return (
    <Modal
      opened={copy !== null}
      onClose={close}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      title={copy ? t('copies.restore.title', { when: formats.when(copy.at) }) : ''}
    >
      <Text size="md">{t('copies.restore.text')}</Text>
      <Text size="md" mt="sm">
        {t('copies.restore.undo')}
        {info?.vaultKind === 'passphrase' ? ` ${t('copies.restore.passphrase')}` : ''}
      </Text>
      {restore.error ? <ErrorState inline error={restore.error} /> : null}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={close} disabled={restore.isPending} data-autofocus>
          {t('copies.restore.keep')}
        </Button>
        <Button
          loading={restore.isPending}
          onClick={() => {
            if (copy) restore.mutate({ name: copy.name });
          }}
        >
          {t('copies.restore.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
