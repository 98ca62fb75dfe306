import { Button, TagsInput } from '@mantine/core';
import IconWand from '@tabler/icons-react/dist/esm/icons/IconWand.mjs';
import type { Ref } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import { AccountChips } from './account-chips.tsx';
import { OpenHelpContext } from './assist/open-help.ts';
import type { OpenHelp } from './assist/open-help.ts';
import { isBlank } from './draft.ts';
import classes from './editor.module.css';
import { NetworkSections } from './options/network-sections.tsx';
import { PreflightList } from './preflight-list.tsx';
import { ThreadEditor } from './thread-editor.tsx';
import type { ThreadHandle } from './thread-editor.tsx';
import type { DraftHandle } from './use-draft.ts';
import type { LookedAt } from './use-looked-at.ts';
import type { PreflightLine, usePreflight } from './use-preflight.ts';

interface WritingProps {
  readonly ref: Ref<ThreadHandle>;
  readonly handle: DraftHandle;
  /** All accounts of the workspace. */
  readonly accounts: readonly Account[];
  readonly lookedAt: LookedAt;
  readonly preflight: ReturnType<typeof usePreflight>;
  readonly helping: boolean;
  readonly helpButton: Ref<HTMLButtonElement>;
  readonly onHelp: OpenHelp;
  readonly onHelpClose: () => void;
  readonly locked: boolean;
  readonly onShow: (line: PreflightLine) => void;
}

/** What is written: for whom, the text and its parts, what each network wants to know, and what keeps it back. */
export function Writing({ ref, helpButton, ...props }: WritingProps) {
  const { handle, accounts, lookedAt, preflight, helping, locked, onHelp, onHelpClose, onShow } = props;
  const t = useWords();
  const { draft, post, change, flush } = handle;
  return (
    <>
      <AccountChips
        accounts={accounts}
        chosen={draft.accountIds}
        disabled={locked}
        onChange={(accountIds) => change((now) => ({ ...now, accountIds }))}
      />
      <OpenHelpContext value={locked ? null : onHelp}>
        <ThreadEditor
          ref={ref}
          draft={draft}
          platforms={lookedAt.platforms}
          disabled={locked}
          lines={preflight?.lines ?? noLines}
          onChange={change}
        />
      </OpenHelpContext>
      {locked ? null : (
        <Button
          ref={helpButton}
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt={8}
          aria-expanded={helping}
          leftSection={<IconWand size={14} aria-hidden />}
          onClick={() => (helping ? onHelpClose() : onHelp(null))}
        >
          {t('assist.open')}
        </Button>
      )}
      <NetworkSections
        draft={draft}
        post={post}
        accounts={lookedAt.accounts}
        disabled={locked}
        onChange={change}
        onFlush={flush}
      />
      <TagsInput
        mt="md"
        label={t('compose.labels.label')}
        placeholder={draft.labels.length === 0 ? t('compose.labels.placeholder') : ''}
        value={[...draft.labels]}
        onChange={(labels) => change((now) => ({ ...now, labels }))}
        maxTags={30}
        disabled={locked}
        classNames={{ input: classes.labels }}
      />
      <div className={classes.preflight}>
        {preflight && !locked && !isBlank(draft) ? (
          <PreflightList preflight={preflight} accounts={accounts} onShow={onShow} />
        ) : null}
      </div>
    </>
  );
}

const noLines: [] = [];
