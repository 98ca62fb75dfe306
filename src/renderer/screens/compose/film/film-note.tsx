import { Button, Group, Progress } from '@mantine/core';
import IconMovie from '@tabler/icons-react/dist/esm/icons/IconMovie.mjs';
import type { Media } from '../../../../shared/models/media.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import type { PreflightLine } from '../use-preflight.ts';
import { codecName, isAboutFormat, isUsual } from '../../../film-facts.ts';
import classes from './film-note.module.css';
import { useFilmConversion } from './use-film-conversion.ts';
import type { FilmConversion } from './use-film-conversion.ts';

interface FilmNoteProps {
  readonly film: Media;
  /** What the chosen networks say of the part that it stands in. */
  readonly lines: readonly PreflightLine[];
  readonly onConverted: (converted: Media) => void;
}

/**
 * What to do about a film that a chosen network does not take, or that some networks would not: the phone's setting for the
 * next ones, and a conversion of this one.
 */
export function FilmNote({ film, lines, onConverted }: FilmNoteProps) {
  const t = useWords();
  const { share } = useFormats();
  const { state, convert, stop } = useFilmConversion(film, onConverted);
  const about = lines.filter(({ id }) => isAboutFormat(id));
  const isHevc = film.videoCodec === 'hevc';
  if (isUsual(film) || (about.length === 0 && !isHevc)) return null;
  const refused = about.some(({ severity }) => severity === 'error');
  const name = film.fileName;
  const codec = film.videoCodec === null ? film.mimeType : codecName(film.videoCodec);
  const percent = 'share' in state ? share(Math.round(state.share * 100) / 100) : '';
  return (
    <section className={classes.root} data-tone={refused ? 'bad' : 'warning'} aria-label={name}>
      <IconMovie size={18} aria-hidden className={classes.sign} />
      <div className={classes.main}>
        <p className={classes.line}>
          {about.length > 0 ? (
            <strong>{[...new Set(about.map(({ text }) => text))].join(' ')}</strong>
          ) : (
            t('compose.film.some', { name, codec })
          )}
        </p>
        {isHevc ? <p className={classes.line}>{t('compose.film.phone')}</p> : null}
        {'share' in state ? (
          <>
            <p className={classes.line} aria-live="polite">
              {t(`compose.film.${state.kind}`, { percent })}
            </p>
            <Progress
              value={state.share * 100}
              size="sm"
              my={6}
              aria-label={t(`compose.film.${state.kind}`, { percent })}
            />
            <Button size="compact-sm" variant="default" onClick={stop}>
              {t('compose.film.stop')}
            </Button>
          </>
        ) : (
          <>
            {state.kind === 'refused' ? (
              <p className={classes.line} role="alert">
                {t(`compose.film.fault.${state.trouble}`, { codec })}
                {state.canInstall ? ` ${t('compose.film.install')}` : null}
              </p>
            ) : null}
            {state.kind === 'saved' ? <p className={classes.line}>{t('compose.film.saved')}</p> : null}
            {state.kind === 'refused' && !canTryAgain(state) ? null : (
              <Group gap={8} mt={6}>
                <Button size="compact-sm" variant="default" onClick={() => void convert()}>
                  {t('compose.film.convert')}
                </Button>
                <span className={classes.quiet}>{t('compose.film.convertHint')}</span>
              </Group>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** Something may have been mended since: room was made, or ffmpeg installed. */
const canTryAgain = (state: Extract<FilmConversion, { kind: 'refused' }>): boolean =>
  state.canInstall || state.trouble === 'no_space' || state.trouble === 'failed';
