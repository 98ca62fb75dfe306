import type { OptionValues } from '../../../src/shared/models/publish-option.ts';
import type { NetworkSeed, Sample } from '../../networks/seed.ts';
import type { Ability, WrittenPart } from '../scenarios.ts';

/** What a network can take, by the samples of its seed. */
export function abilitiesOf({ samples }: NetworkSeed): readonly Ability[] {
  const has: Readonly<Record<Ability, boolean>> = {
    text: samples.text !== undefined,
    thread: samples.thread !== undefined,
    images: samples.images !== undefined,
    video: samples.video !== undefined,
    // Where there are no comments apart, the second part of a thread is one.
    first_comment: samples.first_comment !== undefined || samples.thread !== undefined,
    three_accounts: true,
  };
  return (Object.keys(has) as Ability[]).filter((ability) => has[ability]);
}

/** A scenario's post as the network takes it: one that takes no words alone gets a medium, one without pictures a video. */
export function fitted(
  abilities: readonly Ability[],
  [opening, ...rest]: readonly WrittenPart[],
): readonly WrittenPart[] {
  if (opening === undefined) return [];
  const isBare = opening.images === 0 && !opening.video;
  if (isBare && abilities.includes('text')) return [opening, ...rest];
  if (opening.images > 0 && abilities.includes('images')) return [opening, ...rest];
  const filmed = opening.video || abilities.includes('video');
  return [{ ...opening, images: filmed ? 0 : 1, video: filmed }, ...rest];
}

/** What must be chosen for a post of this kind. */
export function optionsFor({ samples }: NetworkSeed, [opening]: readonly WrittenPart[]): OptionValues {
  const pictures = samples.images ?? samples.image;
  const sample: Sample | undefined =
    opening?.video === true ? samples.video : (opening?.images ?? 0) > 0 ? pictures : samples.text;
  return sample?.options ?? {};
}
