import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ActName, DeliveryActs } from './use-delivery-acts.ts';

interface ActButtonProps {
  readonly name: ActName;
  readonly acts: DeliveryActs;
  readonly variant?: 'filled' | 'default' | 'subtle';
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that does something to a delivery; while one act is under way the others wait. */
export function ActButton({ name, acts, variant = 'default', onClick, children }: ActButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant={variant}
      {...(variant === 'subtle' ? { color: 'gray' } : {})}
      loading={acts.busy === name}
      disabled={acts.busy !== null && acts.busy !== name}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

interface PlaceButtonProps {
  /** A path inside the app, or a web address. */
  readonly to: string;
  readonly variant?: 'filled' | 'default';
  readonly children: ReactNode;
}

/** A button that leads somewhere: inside the app, or to a network in the browser. */
export function PlaceButton({ to, variant = 'default', children }: PlaceButtonProps) {
  if (to.startsWith('/')) {
    return (
      <Button size="compact-sm" variant={variant} component={Link} href={to}>
        {children}
      </Button>
    );
  }
  return (
    <Button size="compact-sm" variant={variant} component="a" href={to} target="_blank" rel="noreferrer">
      {children}
    </Button>
  );
}
