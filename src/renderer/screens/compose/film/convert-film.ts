import { convertedFilmName } from '../../../../shared/models/film-conversion.ts';

/** Why a film cannot be converted in this window. */
export type ConvertFault = 'no_codecs' | 'cannot_read' | 'cannot_write' | 'cannot_sound' | 'failed';

export type Converted =
  | { readonly kind: 'done'; readonly file: File }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly fault: ConvertFault };

interface ConvertOptions {
  readonly url: string;
  readonly fileName: string;
  readonly signal: AbortSignal;
  /** Share of the film that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Makes an MP4 with H.264 and AAC of a film, in this window and with its own codecs; nothing is sent anywhere. What is in one
 * of the two already is taken over as it is; what the camera noted is not. The library for it is loaded when it is first needed.
 */
export async function convertFilm({ url, fileName, signal, onProgress }: ConvertOptions): Promise<Converted> {
  if (typeof VideoDecoder === 'undefined' || typeof VideoEncoder === 'undefined') return refused('no_codecs');
  const {
    ALL_FORMATS,
    BufferTarget,
    Conversion,
    ConversionCanceledError,
    Input,
    Mp4OutputFormat,
    Output,
    UrlSource,
  } = await import('mediabunny');
  const input = new Input({
    formats: ALL_FORMATS,
    source: new UrlSource(new URL(url, window.location.href)),
  });
  // Ends what is being read, and with it whatever waits for it.
  const letGo = (): void => input.dispose();
  signal.addEventListener('abort', letGo);
  try {
    const target = new BufferTarget();
    const conversion = await Conversion.init({
      input,
      output: new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target }),
      tracks: 'primary',
      // Where and when it was taken stays with the original.
      tags: {},
      video: { codec: 'avc' },
      audio: { codec: 'aac' },
      showWarnings: false,
    });
    const fault = faultOf(
      conversion.discardedTracks.map(({ track, reason }) => ({ type: track.type, reason })),
    );
    if (fault !== null) return refused(fault);
    if (!conversion.isValid) return refused('failed');
    conversion.onProgress = (share) => onProgress(share);
    if (signal.aborted) return { kind: 'stopped' };
    signal.removeEventListener('abort', letGo);
    signal.addEventListener('abort', () => void conversion.cancel().finally(letGo));
    try {
      await conversion.execute();
    } catch (error) {
      if (error instanceof ConversionCanceledError || signal.aborted) return { kind: 'stopped' };
      return refused('failed');
    }
    if (target.buffer === null) return refused('failed');
    const name = convertedFilmName(fileName);
    return { kind: 'done', file: new File([target.buffer], name, { type: 'video/mp4' }) };
  } catch {
    return signal.aborted ? { kind: 'stopped' } : refused('cannot_read');
  } finally {
    input.dispose();
  }
}

const refused = (fault: ConvertFault): Converted => ({ kind: 'refused', fault });

interface Discarded {
  readonly type: string;
  readonly reason: string;
}

/** A film without its picture or its sound would be another film: what would be lost stops the conversion. */
export function faultOf(discarded: readonly Discarded[]): ConvertFault | null {
  const reasons = (type: string): readonly string[] =>
    discarded.filter((one) => one.type === type).map(({ reason }) => reason);
  const [picture] = reasons('video');
  if (picture !== undefined) return picture.includes('source_codec') ? 'cannot_read' : 'cannot_write';
  return reasons('audio').length > 0 ? 'cannot_sound' : null;
}
