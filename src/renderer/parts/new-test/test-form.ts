import type { Client } from '../../client.ts';
import type { ExperimentAge, ExperimentScheme } from '../../../shared/models/experiment.ts';
import type { AccountId, PostId } from '../../../shared/models/ids.ts';
import type { PostPart } from '../../../shared/models/post.ts';
import type { PostOptions } from '../../../shared/models/publish-option.ts';

/** A test as its dialog holds it. Each source post has one version for each variant. */
export interface TestForm {
  readonly name: string;
  readonly scheme: ExperimentScheme;
  readonly accountIds: readonly AccountId[];
  readonly names: readonly string[];
  readonly sources: readonly (readonly (readonly PostPart[])[])[];
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** `09:20`. */
  readonly time: string;
  readonly readAfterHours: ExperimentAge;
  /** In percent. */
  readonly threshold: number;
  /** In percent. */
  readonly margin: number;
  readonly least: number;
}

/** What a test begins with: versions of one post, and where they go. */
export interface TestSeed {
  readonly versions: readonly (readonly PostPart[])[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly options: PostOptions;
  /** The draft that it is begun from, which goes with it. */
  readonly draftId: PostId | null;
}

export const mostVariants = 4;
export const mostSources = 20;

/** How versions are called: A, B, C, D. */
export const letterOf = (variant: number): string => 'ABCD'.charAt(variant);

const blank = (): PostPart[] => [{ text: '', media: [] }];

/** With at least two versions; one that is missing begins as the first one's words, to be changed. */
export function formOf(seed: TestSeed, name: string): TestForm {
  const [first = blank()] = seed.versions;
  const versions = seed.versions.length > 1 ? seed.versions.slice(0, mostVariants) : [first, first];
  return {
    name,
    scheme: 'comparable_times',
    accountIds: seed.accountIds.slice(0, 1),
    names: versions.map((_, variant) => letterOf(variant)),
    sources: [versions],
    weekdays: [2, 4],
    time: '09:20',
    readAfterHours: 24,
    threshold: 90,
    margin: 5,
    least: 3,
  };
}

/** With a source post more, each version blank. */
export const withSource = (form: TestForm): TestForm => ({
  ...form,
  sources: [...form.sources, form.names.map(blank)],
});

export const withoutSource = (form: TestForm, source: number): TestForm => ({
  ...form,
  sources: form.sources.filter((_, at) => at !== source),
});

/** With a version more of every source post, blank. */
export const withVariant = (form: TestForm): TestForm => ({
  ...form,
  names: [...form.names, letterOf(form.names.length)],
  sources: form.sources.map((versions) => [...versions, blank()]),
});

export const withoutVariant = (form: TestForm, variant: number): TestForm => ({
  ...form,
  names: form.names.filter((_, at) => at !== variant),
  sources: form.sources.map((versions) => versions.filter((_, at) => at !== variant)),
});

/** With other words in the first part of a version. */
export const withText = (form: TestForm, source: number, variant: number, text: string): TestForm => ({
  ...form,
  sources: form.sources.map((versions, at) =>
    at === source
      ? versions.map((parts, of) =>
          of === variant ? parts.map((part, index) => (index === 0 ? { ...part, text } : part)) : parts,
        )
      : versions,
  ),
});

/** Whether there is something to plan: every version has words or media. */
export const isComplete = (form: TestForm): boolean =>
  form.name.trim() !== '' &&
  form.accountIds.length > 0 &&
  form.weekdays.length > 0 &&
  form.names.every((name) => name.trim() !== '') &&
  form.sources
    .flat()
    .every((parts) => parts.some(({ text, media }) => text.trim() !== '' || media.length > 0));

/** What the contract takes. */
export function designOf(
  form: TestForm,
  seed: Pick<TestSeed, 'labels' | 'options'>,
): Parameters<Client['experiments']['preview']>[0] {
  const [hour = 0, minute = 0] = form.time.split(':').map(Number);
  return {
    name: form.name.trim(),
    scheme: form.scheme,
    accountIds: [...form.accountIds],
    variants: form.names.map((name, variant) => ({
      name: name.trim(),
      versions: form.sources.map((versions) =>
        (versions[variant] ?? blank()).map(({ text, media }) => ({
          text,
          media: media.map((one) => ({ ...one })),
        })),
      ),
    })),
    labels: seed.labels.slice(0, 20),
    options: seed.options,
    hours: form.weekdays.map((weekday) => ({ weekday, minute: hour * 60 + minute })),
    readAfterHours: form.readAfterHours,
    bar: { threshold: form.threshold / 100, margin: form.margin / 100, posts: form.least, impressions: 100 },
  };
}
