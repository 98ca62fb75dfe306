import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Notice, NoticeAction } from '../../shared/models/event.ts';

type Call = Extract<NoticeAction['run'], { kind: 'call' }>;

/** What a toast of a notice leads to. */
export interface ToastWays {
  readonly go: (target: string) => void;
  readonly call: (run: Call) => Promise<unknown>;
  /** Says why a call failed. */
  readonly tell: (error: unknown) => void;
  /** The name of the button that closes it. */
  readonly closeLabel: string;
  readonly closed: () => void;
}

const shortly = 6_000;
const longer = 15_000;

/** Shows a notice in the window, with its buttons; what needs the user stays longer than good news. Returns its id. */
export function showNotice(notice: Notice, ways: ToastWays): string {
  const { kind } = notice;
  const good = kind === 'published';
  const act = (run: NoticeAction['run']): void => {
    notifications.hide(id);
    if (run.kind === 'open') ways.go(run.target);
    else ways.call(run).catch(ways.tell);
  };
  const actions: readonly NoticeAction[] = notice.actions;
  const id = notifications.show({
    title: notice.title,
    // How a test came out is neither good nor bad.
    color: good ? 'green' : kind === 'test_over' ? 'gray' : 'orange',
    autoClose: good ? shortly : longer,
    onClose: ways.closed,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': ways.closeLabel },
    // Without a button of its own the whole of it is one.
    ...(actions.length === 0
      ? { style: { cursor: 'pointer' }, onClick: () => act({ kind: 'open', target: notice.target }) }
      : {}),
    message: (
      <>
        <Text size="sm" c="var(--mantine-color-text)" lineClamp={4}>
          {notice.body}
        </Text>
        {actions.length > 0 ? (
          <Group gap={8} mt={8}>
            {actions.map((action, index) => (
              <Button
                key={action.label}
                size="compact-sm"
                variant={index === 0 ? 'light' : 'subtle'}
                onClick={() => act(action.run)}
              >
                {action.label}
              </Button>
            ))}
          </Group>
        ) : null}
      </>
    ),
  });
  return id;
}
