import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import classes from './rail.module.css';

interface RailLinkProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly end?: ReactNode;
}

/** One entry of the rail; marked while its screen is open. */
export function RailLink({ href, icon, label, end }: RailLinkProps) {
  const [here] = useRoute(href);
  return (
    <Link href={href} className={classes.link} aria-current={here ? 'page' : undefined}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={classes.grow}>{label}</span>
      {end}
    </Link>
  );
}
