import { Button, Group, Modal, Text } from '@mantine/core';
import { useWords } from '../words.ts';

/** Asks before something that reaches the network and cannot be taken back. */
export function ReachDialog({
  opened,
  onClose,
  busy,
  title,
  text,
  confirm,
  keep,
  danger = false,
  onConfirm,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly keep: string;
  readonly danger?: boolean;
  readonly onConfirm: () => Promise<boolean>;
}) {
  const t = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      title={title}
    >
      <Text size="md">{text}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {keep}
        </Button>
        <Button
          {...(danger ? { color: 'red.9' } : {})}
          loading={busy}
          onClick={() => {
            void onConfirm().then((worked) => {
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
