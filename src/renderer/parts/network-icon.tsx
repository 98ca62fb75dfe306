import { useQuery } from '@tanstack/react-query';
import type { PlatformCard } from '../../shared/models/account.ts';
import { useApi } from '../queries.ts';
import classes from './network-icon.module.css';

/** The networks that this build knows, by name. Empty until they are read. */
export function usePlatforms(): ReadonlyMap<string, PlatformCard> {
  const api = useApi();
  const { data } = useQuery(
    api.accounts.platforms.queryOptions({
      input: {},
      select: (cards) => new Map(cards.map((card) => [card.name, card])),
    }),
  );
  return data ?? noPlatforms;
}

const noPlatforms: ReadonlyMap<string, PlatformCard> = new Map();

interface NetworkIconProps {
  readonly platform: string;
  readonly size?: number;
  /** Reads the network's name out; leave it false where the name stands beside it. */
  readonly labelled?: boolean;
}

/** A network's sign, in the colour of the text. */
export function NetworkIcon({ platform, size = 16, labelled = false }: NetworkIconProps) {
  const card = usePlatforms().get(platform);
  return (
    <svg
      className={classes.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      {...(labelled ? { role: 'img', 'aria-label': card?.title ?? platform } : { 'aria-hidden': true })}
    >
      {card ? <path d={card.iconPath} /> : null}
    </svg>
  );
}
