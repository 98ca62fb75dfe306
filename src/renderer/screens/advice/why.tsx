import { UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import classes from './why.module.css';

interface WhyProps {
  readonly label: string;
  /** Says which number it is about, where the label alone does not. */
  readonly about?: string;
  readonly text: string;
}

/** How a number was come by, one click away. */
export function Why({ label, about, text }: WhyProps) {
  const id = useId();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div className={classes.root}>
      <UnstyledButton
        className={classes.why}
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        {...(about === undefined ? {} : { 'aria-label': `${label}: ${about}` })}
      >
        {label}
        <IconChevronDown size={14} aria-hidden data-open={opened || undefined} />
      </UnstyledButton>
      {opened ? (
        <p id={id} className={classes.text}>
          {text}
        </p>
      ) : null}
    </div>
  );
}
