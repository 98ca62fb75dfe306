import { z } from 'zod';
import type { Edit } from './edits.ts';
import { fraction } from '../seeded.ts';
import type { Subject } from './subject.ts';
import { editsFor } from './tasks.ts';
import type { Task } from './tasks.ts';
import { moodOf, topicsOf } from './words.ts';

const nodeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.json()).optional(),
  const: z.json().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  multipleOf: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  format: z.string().optional(),
});
type Node = z.infer<typeof nodeSchema>;

/** Where in a document something stands. */
interface Place {
  /** The names of the fields above, the nearest last. */
  readonly path: readonly string[];
  /** The place in the nearest list. */
  readonly index: number;
  readonly depth: number;
}

/**
 * Fills a JSON schema from a text: texts and their reasons become edits of it, tags and topics its words, moods and scores
 * follow from it. The same text and schema always give the same document, and it fits the schema.
 */
export function documentFor(schema: unknown, subject: Subject, task: Task): unknown {
  const edits = editsFor(subject, task);
  return fill({ root: schema, subject, edits }, schema, { path: [], index: 0, depth: 0 });
}

interface Filling {
  readonly root: unknown;
  readonly subject: Subject;
  readonly edits: readonly Edit[];
}

function fill(filling: Filling, schema: unknown, place: Place): unknown {
  const parsed = nodeSchema.safeParse(schema);
  if (!parsed.success || place.depth > 12) return null;
  const node = parsed.data;
  const deeper = { ...place, depth: place.depth + 1 };
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return chosen(filling, node.enum, place);
  if (node.$ref !== undefined) return fill(filling, referenced(filling.root, node.$ref), deeper);
  const options = node.anyOf ?? node.oneOf;
  if (options !== undefined) return fill(filling, options.find(notNull) ?? options[0], deeper);
  switch (typeOf(node)) {
    case 'object':
      return Object.fromEntries(
        Object.entries(node.properties ?? {}).map(([name, inner]) => [
          name,
          fill(filling, inner, { ...deeper, path: [...place.path, name] }),
        ]),
      );
    case 'array': {
      const pieces = piecesAt(filling, place);
      if (pieces !== undefined) return pieces;
      return Array.from({ length: lengthOf(filling, node, place) }, (_, index) =>
        fill(filling, node.items, { ...deeper, index }),
      );
    }
    case 'string':
      return fitted(node, wordsFor(filling, place, node.format));
    case 'integer':
      return numberFor(filling, node, place, 1);
    case 'number':
      return numberFor(filling, node, place, 0.01);
    case 'boolean':
      return fraction('yes', filling.subject.text, ...place.path) < 0.5;
    default:
      return null;
  }
}

/** The pieces of the version that a list inside of a version stands for. */
function piecesAt({ edits }: Filling, { path, index }: Place): readonly string[] | undefined {
  if (path.length < 2 || !/^(?:parts|pieces|(?:hash)?tags)$/i.test(path.at(-1) ?? '')) return undefined;
  return edits[index]?.pieces;
}

function typeOf(node: Node): string {
  const types = [node.type ?? (node.properties ? 'object' : 'string')].flat();
  return types.find((type) => type !== 'null') ?? 'null';
}

function notNull(option: unknown): boolean {
  const parsed = nodeSchema.safeParse(option);
  return parsed.success && parsed.data.type !== 'null';
}

function referenced(root: unknown, pointer: string): unknown {
  let found: unknown = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return found;
}

/** As many as the prompt wants and the schema allows; recursive schemas end early. */
function lengthOf({ subject, edits }: Filling, node: Node, place: Place): number {
  const least = node.minItems ?? 0;
  if (place.depth > 8) return least;
  const nearest = place.path.at(-1) ?? '';
  const wanted = isText(nearest) ? edits.length : Math.min(3, subject.versions ?? 3);
  return Math.max(least, Math.min(node.maxItems ?? 10, wanted));
}

const textNames =
  /^(?:text|posts?|content|rewrites?|rewritten|versions?|variants?|suggestions?|improved|alternatives?|drafts?|optimi[sz]ed)/i;

function isText(name: string): boolean {
  return textNames.test(name);
}

function wordsFor({ subject, edits }: Filling, place: Place, format: string | undefined): string {
  const name = (place.path.at(-1) ?? '').toLowerCase();
  const edit = edits.length === 0 ? undefined : edits[place.index % edits.length];
  const topics = topicsOf(subject.text);
  const topic = topics[place.index % Math.max(1, topics.length)] ?? 'this';
  if (format === 'date-time') return new Date(0).toISOString();
  if (format === 'uri') return 'https://example.com/';
  if (/^(?:why|reason|rationale|explanation|because|note)/.test(name))
    return edit?.why ?? 'It reads well as it is.';
  if (/tag/.test(name)) return `#${topic}`;
  if (/^(?:topics?|keywords?|words?|entit)/.test(name)) return topic;
  if (/lang/.test(name)) return 'en';
  if (/^(?:title|headline|summary)/.test(name)) return subject.text.split(/(?<=[.!?])\s/)[0] ?? subject.text;
  if (/^(?:sentiment|mood|tone|label)/.test(name)) return moodWord(subject.text);
  return isText(name) ? (edit?.text ?? subject.text) : (edit?.why ?? subject.text);
}

function moodWord(text: string): string {
  const mood = moodOf(text);
  if (mood === 0) return 'neutral';
  return mood > 0 ? 'positive' : 'negative';
}

function fitted(node: Node, text: string): string {
  return text.slice(0, node.maxLength ?? text.length).padEnd(node.minLength ?? 0, '.');
}

function chosen({ subject }: Filling, options: readonly unknown[], place: Place): unknown {
  const mood = options.find((option) => option === moodWord(subject.text));
  return (
    mood ?? options[Math.floor(fraction('choice', subject.text, ...place.path, place.index) * options.length)]
  );
}

function numberFor({ subject }: Filling, node: Node, place: Place, step: number): number {
  const unit = node.multipleOf ?? step;
  const least =
    node.minimum ?? (node.exclusiveMinimum === undefined ? undefined : node.exclusiveMinimum + unit);
  const most =
    node.maximum ?? (node.exclusiveMaximum === undefined ? undefined : node.exclusiveMaximum - unit);
  const name = place.path.at(-1) ?? '';
  if (/sentiment|mood|compound/i.test(name)) return between(moodOf(subject.text), least ?? -1, most ?? 1);
  const [low, high] = [least ?? 0, most ?? (unit < 1 ? 1 : 100)];
  const raw = low + (high - low) * (0.4 + 0.5 * fraction('number', subject.text, ...place.path, place.index));
  return between(Number((Math.round(raw / unit) * unit).toFixed(6)), low, high);
}

function between(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
