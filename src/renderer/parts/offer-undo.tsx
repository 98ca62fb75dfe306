import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { describeFailure } from '../failure.ts';
import { useWords } from '../words.ts';

/** What was done, in a sentence, and how to take it back. */
export interface Undoable {
  readonly message: string;
  /** Throws where it could not be taken back; the reason is then shown. */
  readonly undo: () => Promise<unknown> | void;
}

const shownFor = 8_000;

/**
 * Says what was done, with a button that takes it back, for eight seconds. Destructive acts inside the app use this
 * instead of a question.
 */
export function useOfferUndo(): (act: Undoable) => void {
  const t = useWords();
  const tell = useTellFailure();
  return useCallback(
    ({ message, undo }: Undoable) => {
      const id = notifications.show({
        autoClose: shownFor,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('shell.close') },
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="md">{message}</Text>
            <Button
              variant="subtle"
              size="compact-sm"
              flex="none"
              onClick={() => {
                notifications.hide(id);
                Promise.resolve(undo()).catch(tell);
              }}
            >
              {t('shell.undo')}
            </Button>
          </Group>
        ),
      });
    },
    [t, tell],
  );
}

/** Shows why an act failed, in the engine's words. */
export function useTellFailure(): (error: unknown) => void {
  const t = useWords();
  return useCallback(
    (error: unknown) => {
      const failure = describeFailure(error, t);
      notifications.show({
        color: 'red',
        autoClose: 12_000,
        title: failure.message,
        message: failure.fix ?? '',
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('shell.close') },
      });
    },
    [t],
  );
}
