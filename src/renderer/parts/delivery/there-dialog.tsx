import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words.ts';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text: string;
  readonly busy: boolean;
}

const isWebAddress = (text: string): boolean => {
  if (!/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
};

/** The user says that a post is on the network; its address may be given along. */
export function ThereDialog({
  opened,
  onClose,
  title,
  text,
  busy,
  onThere,
}: DialogProps & { readonly onThere: (url: string) => Promise<boolean> }) {
  const t = useWords();
  const [url, setUrl] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = async (): Promise<void> => {
    const address = url.trim();
    if (address !== '' && !isWebAddress(address)) setWrong(true);
    else if (await onThere(address)) onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      title={title}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Text size="sm" c="dimmed" mb="md">
          {text}
        </Text>
        <TextInput
          type="url"
          label={t('queue.settle.address')}
          description={t('queue.settle.addressHint')}
          placeholder="https://"
          value={url}
          error={wrong ? t('queue.settle.addressWrong') : null}
          onChange={(event) => {
            setUrl(event.currentTarget.value);
            setWrong(false);
          }}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('queue.settle.back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('queue.settle.thereButton')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
