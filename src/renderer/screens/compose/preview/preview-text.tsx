import { entityPieces } from '../entity-pieces.ts';
import { useMeasurements } from '../use-measurements.ts';
import classes from './preview.module.css';

/** A text with its links, mentions and hashtags in the colour of links, found by the network's own rules. */
export function PreviewText({ text, platform }: { text: string; platform: string }) {
  const [measured] = useMeasurements(text, [platform]);
  if (!measured) return text;
  const { urls, mentions, hashtags, cashtags } = measured.measurement.entities;
  return entityPieces(text, [...new Set([...urls, ...mentions, ...hashtags, ...cashtags])]).map((piece) =>
    piece.linked ? (
      <bdi key={piece.key} className={classes.entity}>
        {piece.text}
      </bdi>
    ) : (
      piece.text
    ),
  );
}
