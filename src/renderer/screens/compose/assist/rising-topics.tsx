import { Anchor, Switch } from '@mantine/core';
import { Link } from 'wouter';
import type { AssistPreview } from '../../../../shared/models/assist.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';

interface RisingTopicsProps {
  readonly wanted: boolean;
  readonly preview: AssistPreview | undefined;
  /** The network's name for people. */
  readonly network: string;
  readonly onChange: (wanted: boolean) => void;
}

/** Sends rising topics along; where they are from, how old they are and what they cost stands below. */
export function RisingTopics({ wanted, preview, network, onChange }: RisingTopicsProps) {
  const t = useWords();
  return (
    <div>
      <Switch
        size="xs"
        label={t('assist.trends')}
        checked={wanted}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {wanted && preview?.rising ? <Origin rising={preview.rising} network={network} /> : null}
    </div>
  );
}

function Origin({ rising, network }: { rising: NonNullable<AssistPreview['rising']>; network: string }) {
  const t = useWords();
  const { when } = useFormats();
  const parts = [
    ...(rising.own > 0 ? [t('assist.rising.own', { count: rising.own })] : []),
    ...(rising.network > 0 && rising.networkReadAt !== null
      ? [t('assist.rising.network', { count: rising.network, network, when: when(rising.networkReadAt) })]
      : []),
  ];
  return (
    <p className={classes.topics}>
      {parts.length === 0
        ? t('assist.rising.none', { network })
        : `${parts.join(', ')}. ${t('assist.rising.free')}`}{' '}
      <Anchor component={Link} href="/discover?tab=trends" inherit underline="always">
        {t('assist.rising.read')}
      </Anchor>
    </p>
  );
}
