import { z } from 'zod';
import type { SettleKind } from '../../../src/engine/platforms/settling.ts';
import type { OptionValues } from '../../../src/shared/models/publish-option.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { NetworkSeed } from '../../networks/seed.ts';
import type { ScenarioName } from '../scenarios.ts';
import { connectPerson, rememberPeople } from './connecting.ts';
import { abilitiesOf, fitted, optionsFor } from './fitted.ts';
import type { AcceptedPost, CrashNetwork } from './network.ts';

/** Means that prove what became of an interrupted send. */
const proofs = new Set<SettleKind>(['record_key', 'idempotency_key', 'upload_session', 'container']);

/** What the harness must know of a network beyond its seed. */
export interface PracticeOf {
  /** What its means do not prove, though it has some that prove other posts. */
  readonly unproven: readonly ScenarioName[];
  /** In place of what the samples choose where several accounts take the same post. */
  readonly forSeveral: OptionValues;
}

/** The practice network playing one network. */
export function practiceNetwork(seed: NetworkSeed, given: PracticeOf): CrashNetwork {
  const { platform, samples } = seed;
  const { name } = platform;
  const abilities = abilitiesOf(seed);
  const shown = [...((samples.image ?? samples.images)?.parts ?? [])].flatMap(({ media }) => media);
  return {
    platform: name,
    proves: (scenario) => !given.unproven.includes(scenario) && provesIn(seed, scenario),
    abilities,
    stages: platform.api.stage !== undefined,
    // Where parts can follow one another and comments are a kind of their own, all later parts are comments.
    isFlat: samples.thread !== undefined && samples.first_comment !== undefined,
    people: seed.people,
    pictures: shown.includes('jpeg') ? 'jpeg' : 'png',
    fitted: (parts) => fitted(abilities, parts),
    optionsFor: (parts, accounts) => ({
      ...optionsFor(seed, parts),
      ...(accounts > 1 ? given.forSeveral : {}),
    }),
    async start(directory, clock) {
      const sandbox = await startSandbox({ dataDirectory: directory, port: 0, clock });
      const people = rememberPeople(directory);
      const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
        const response = await fetch(`${sandbox.url}/__practice/${path}`, {
          method,
          headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
        return answer;
      };
      return {
        url: sandbox.url,
        setClock: async (setting) => void (await control('PUT', 'clock', setting)),
        async weather({ lagMs, rewrites }) {
          const match = { network: name };
          await control('PUT', 'faults', [
            ...(lagMs > 0 ? [{ match, fault: { kind: 'lag_listings', ms: lagMs } }] : []),
            ...(rewrites ? [{ match, fault: { kind: 'rewrite_text' } }] : []),
          ]);
        },
        truth: async () => acceptedIn(await control('GET', 'log?after=0'), seed),
        async connect(app, about) {
          const known = about.reconnect === undefined ? undefined : people.of(about.reconnect);
          const person = known ?? about.person;
          const { id } = await connectPerson(app, { ...about, person }, seed.connect);
          people.keep(id, person);
          return id;
        },
        stop: () => sandbox.stop(),
      };
    },
  };
}

/**
 * Whether the network proves what became of each send of this scenario. A comment of a kind of its own is known by a list
 * alone, which proves no absence.
 */
function provesIn({ platform, samples }: NetworkSeed, scenario: ScenarioName): boolean {
  const hasComments = samples.first_comment !== undefined;
  return (
    platform.settle.some(({ kind }) => proofs.has(kind)) && !(scenario === 'first_comment' && hasComments)
  );
}

const logSchema = z.object({
  entries: z.array(
    z.looseObject({
      network: z.string(),
      operation: z.string(),
      account: z.string(),
      id: z.string(),
      text: z.string().nullable(),
      inReplyTo: z.string().nullable(),
      media: z.array(z.string()),
      detail: z.looseObject({ sentText: z.string().nullish() }),
    }),
  ),
});

function acceptedIn(log: unknown, { platform, created }: NetworkSeed): AcceptedPost[] {
  return logSchema
    .parse(log)
    .entries.filter(({ network, operation }) => network === platform.name && created.includes(operation))
    .map((entry) => ({
      account: entry.account,
      id: entry.id,
      text: entry.detail.sentText ?? entry.text ?? '',
      media: entry.media.length,
      inReplyTo: entry.inReplyTo,
    }));
}
