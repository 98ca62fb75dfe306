import { Button, CopyButton, Group } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useQuery } from '@tanstack/react-query';
import type { Reminder } from '../../../shared/contract/queue.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { ErrorState } from '../error-state.tsx';
import { LoadingSkeleton } from '../loading-skeleton.tsx';
import classes from './ready-to-paste.module.css';

/** A post that its user publishes by hand: the text to copy, the files to save, the choices, and the network's page for it. */
export function ReadyToPaste({ delivery, network }: { delivery: Delivery; network: string }) {
  const t = useWords();
  const api = useApi();
  const { workspaceId, id } = delivery;
  const query = useQuery(api.queue.reminder.queryOptions({ input: { workspaceId, id } }));
  if (query.isPending) return <LoadingSkeleton rows={2} height={64} />;
  if (query.isError) return <ErrorState inline error={query.error} onRetry={() => void query.refetch()} />;
  const { parts, options, composerUrl } = query.data;
  return (
    <div className={classes.root}>
      <ol className={classes.parts}>
        {parts.map((part, index) => (
          <PastePart
            // The parts of a post on its way stay where they are.
            key={`${String(index)} ${part.text}`}
            part={part}
            name={parts.length > 1 ? t('queue.panel.part', { position: index + 1, of: parts.length }) : null}
          />
        ))}
      </ol>
      {options.length > 0 ? (
        <dl className={classes.options} aria-label={t('queue.paste.options')}>
          {options.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {composerUrl === null ? null : (
        <Button
          component="a"
          href={composerUrl}
          target="_blank"
          rel="noreferrer"
          size="compact-sm"
          variant="light"
          leftSection={<IconExternalLink size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('queue.paste.open', { network })}
        </Button>
      )}
    </div>
  );
}

interface PastePartProps {
  readonly part: Reminder['parts'][number];
  /** `Part 2 of 3`; null where there is one. */
  readonly name: string | null;
}

function PastePart({ part: { text, media }, name }: PastePartProps) {
  const t = useWords();
  return (
    <li className={classes.part}>
      {name === null ? null : <p className={classes.name}>{name}</p>}
      {text === '' ? null : (
        <>
          <p className={classes.text} dir="auto">
            {text}
          </p>
          <Copy text={text} label={t('queue.paste.copy')} />
        </>
      )}
      {media.length > 0 ? (
        <ul className={classes.files}>
          {media.map(({ id, fileName, altText, url }) => (
            <li key={id} className={classes.file}>
              <FilePicture id={id} url={url} altText={altText} />
              <div className={classes.about}>
                <span className={classes.fileName}>{fileName}</span>
                {altText === '' ? null : <span className={classes.alt}>{altText}</span>}
                <Group gap={4}>
                  <Button
                    component="a"
                    href={url}
                    download={fileName}
                    size="compact-xs"
                    variant="default"
                    leftSection={<IconDownload size={12} aria-hidden />}
                    aria-label={t('queue.paste.saveNamed', { name: fileName })}
                  >
                    {t('queue.paste.save')}
                  </Button>
                  {altText === '' ? null : <Copy text={altText} label={t('queue.paste.copyAlt')} />}
                </Group>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type File = Reminder['parts'][number]['media'][number];

function FilePicture({ id, url, altText }: Pick<File, 'id' | 'url' | 'altText'>) {
  const { id: workspaceId } = useWorkspace();
  const api = useApi();
  const { data } = useQuery(api.media.get.queryOptions({ input: { workspaceId, id } }));
  return data?.kind === 'video' ? (
    <video className={classes.picture} src={url} preload="metadata" muted aria-label={altText} />
  ) : (
    <img className={classes.picture} src={url} alt={altText} />
  );
}

function Copy({ text, label }: { text: string; label: string }) {
  const t = useWords();
  return (
    <CopyButton value={text} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
          onClick={copy}
        >
          <span aria-live="polite">{copied ? t('shell.copied') : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
