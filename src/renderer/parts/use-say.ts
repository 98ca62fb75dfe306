import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useWords } from '../words.ts';

/** Says in passing that something was done. */
export function useSay(): (message: string) => void {
  const t = useWords();
  return useCallback(
    (message: string) => {
      notifications.show({
        message,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('shell.close') },
      });
    },
    [t],
  );
}
