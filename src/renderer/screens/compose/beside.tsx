import { Button } from '@mantine/core';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { Suspense, lazy } from 'react';
import type { Analysis } from '../../../shared/models/analysis.ts';
import { useWords } from '../../words.ts';
import { Advice } from './advice.tsx';
import { isBlank } from './draft.ts';
import classes from './editor.module.css';
import { Previews } from './preview/previews.tsx';
import type { DraftHandle } from './use-draft.ts';
import type { Help } from './use-help.ts';
import type { Keyphrase } from './use-keyphrase.ts';
import type { LookedAt } from './use-looked-at.ts';
import { useOfferedEdits } from './use-offered-edits.ts';

const AssistPanel = lazy(() =>
  import('./assist/assist-panel.tsx').then((file) => ({ default: file.AssistPanel })),
);

interface BesideProps {
  readonly handle: DraftHandle;
  readonly lookedAt: LookedAt;
  readonly analysis: Analysis | undefined;
  readonly keyphrase: Keyphrase;
  /** Null while there is no help. */
  readonly help: Help | null;
  readonly onHelpClose: () => void;
  readonly locked: boolean;
  /** Publishes texts beside one another, each in its parts, to learn which does better; null where that cannot be. */
  readonly onTest: ((versions: readonly (readonly string[])[]) => void) | null;
}

/** What stands beside the page: help with the text, how it looks at each network, and what the analysis says. */
export function Beside(props: BesideProps) {
  const { handle, lookedAt, analysis, keyphrase, help, locked, onHelpClose, onTest } = props;
  const t = useWords();
  const { draft } = handle;
  const { replace, apply, addHashtag } = useOfferedEdits(handle);
  const { accounts, platforms, platform, there, look } = lookedAt;
  return (
    <aside className={classes.beside}>
      <Suspense fallback={null}>
        {help ? (
          <AssistPanel
            key={help.key}
            draft={draft}
            platform={platform}
            accounts={there}
            keyphrase={keyphrase}
            mediaId={help.mediaId}
            onReplace={replace}
            {...(onTest === null ? {} : { onTest: (versions) => onTest(versions.map(({ parts }) => parts)) })}
            onClose={onHelpClose}
          />
        ) : null}
      </Suspense>
      <div className={classes.previews}>
        <Previews
          draft={draft}
          platforms={platforms}
          active={platform}
          accounts={accounts}
          truncatedAt={analysis?.platformFit.truncatedAt ?? null}
          onActive={look}
        />
      </div>
      <div className={classes.advice}>
        <Advice
          analysis={analysis}
          keyphrase={keyphrase}
          disabled={locked}
          onApply={apply}
          onHashtag={addHashtag}
        />
        {locked || isBlank(draft) || onTest === null ? null : (
          <Button
            variant="default"
            size="xs"
            mt="md"
            leftSection={<IconScale size={14} aria-hidden />}
            onClick={() => onTest([])}
          >
            {t('tests.start.open')}
          </Button>
        )}
      </div>
    </aside>
  );
}
