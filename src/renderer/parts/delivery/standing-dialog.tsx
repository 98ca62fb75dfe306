import { Button, Checkbox, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words.ts';

interface StandingDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** The handle that the decision may hold for from now on. */
  readonly account: string;
  readonly onConfirm: (fromNowOn: boolean) => Promise<boolean>;
}

/** A decision on an unclear send, for this one or for all of its account. */
export function StandingDialog({
  opened,
  onClose,
  busy,
  title,
  text,
  confirm,
  account,
  onConfirm,
}: StandingDialogProps) {
  const t = useWords();
  const [always, setAlways] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      title={title}
    >
      <Text size="md">{text}</Text>
      <Checkbox
        mt="md"
        checked={always}
        onChange={(event) => setAlways(event.currentTarget.checked)}
        label={t('queue.settle.always', { account })}
        description={t('queue.settle.alwaysHint')}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('queue.settle.back')}
        </Button>
        <Button
          loading={busy}
          onClick={() => {
            void onConfirm(always).then((worked) => {
              if (worked) onClose();
            });
          }}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
