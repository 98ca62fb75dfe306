import { Anchor } from '@mantine/core';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { Link } from 'wouter';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import classes from './test-link.module.css';

interface TestLinkProps {
  readonly test: NonNullable<Delivery['test']>;
}

/** Leads from a post to the test of versions that it belongs to. */
export function TestLink({ test: { id, name } }: TestLinkProps) {
  const t = useWords();
  return (
    <Anchor
      component={Link}
      href={`/advice?tab=tests&test=${encodeURIComponent(id)}`}
      className={classes.link ?? ''}
    >
      <IconScale size={13} aria-hidden /> {t('tests.ofPost.link', { name })}
    </Anchor>
  );
}
