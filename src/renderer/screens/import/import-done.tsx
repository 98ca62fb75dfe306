import { Group } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import type { ReactNode } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';

interface ImportDoneProps {
  readonly title: string;
  /** Sentences on the rest; empty ones are left out. */
  readonly sentences: readonly string[];
  /** Buttons: where to go from here. */
  readonly children: ReactNode;
}

/** What an import did. */
export function ImportDone({ title, sentences, children }: ImportDoneProps) {
  return (
    <output>
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.4} />}
        title={title}
        text={sentences.filter(Boolean).join(' ')}
        action={
          <Group gap={8} justify="center">
            {children}
          </Group>
        }
      />
    </output>
  );
}
