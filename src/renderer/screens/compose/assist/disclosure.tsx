import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './assist.module.css';

interface DisclosureProps {
  readonly label: string;
  /** What is worth knowing without opening it. */
  readonly summary?: string | undefined;
  /** Open from the beginning. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A line that opens what is behind it. */
export function Disclosure({ label, summary, open = false, children }: DisclosureProps) {
  const id = useId();
  const [opened, { toggle }] = useDisclosure(open);
  return (
    <div>
      <UnstyledButton
        className={classes.disclosure}
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={id}
      >
        <IconChevronDown size={14} aria-hidden data-open={opened || undefined} />
        <span className={classes.disclosed}>{label}</span>
        {summary === undefined ? null : <span className={classes.summary}>{summary}</span>}
      </UnstyledButton>
      <div id={id}>{opened ? children : null}</div>
    </div>
  );
}
