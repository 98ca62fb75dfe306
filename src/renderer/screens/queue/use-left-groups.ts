import { useSessionStorage } from '@mantine/hooks';
import type { DeadLetterGroup } from '../../../shared/contract/queue.ts';

const nameOf = ({ code, accountId, newestAt }: DeadLetterGroup): string => `${code}:${accountId}:${newestAt}`;

/** Groups that the user left as they are, for as long as this window is open; one that grows is offered again. */
export function useLeftGroups() {
  const [left, setLeft] = useSessionStorage<string[]>({ key: 'ocma-left-groups', defaultValue: [] });
  return {
    isLeft: (group: DeadLetterGroup): boolean => left.includes(nameOf(group)),
    leave: (group: DeadLetterGroup): void => setLeft((before) => [...before, nameOf(group)]),
  };
}
