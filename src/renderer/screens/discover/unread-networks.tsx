import type { Reading } from '../../../shared/models/listening.ts';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import classes from './unread-networks.module.css';

interface UnreadNetworksProps {
  readonly title: string;
  readonly networks: readonly { readonly platform: string; readonly reading: Reading }[];
  /** What connecting an account would add, in a sentence. */
  readonly noAccount?: string;
}

/** The networks that tell apps nothing, each with its reason. */
export function UnreadNetworks({ title, networks, noAccount }: UnreadNetworksProps) {
  const cards = usePlatforms();
  const unread = networks.flatMap(({ platform, reading }) =>
    reading.kind === 'unread' ? [{ platform, why: reading.why }] : [],
  );
  if (unread.length === 0) return null;
  return (
    <details className={classes.root}>
      <summary>{title}</summary>
      {noAccount === undefined ? null : <p>{noAccount}</p>}
      <ul>
        {unread.map(({ platform, why }) => (
          <li key={platform}>
            <NetworkIcon platform={platform} size={14} />
            <span>
              <strong>{cards.get(platform)?.title ?? platform}</strong> {why}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
