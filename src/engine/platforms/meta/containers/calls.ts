import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../../http/call.ts';

/** How one of Meta's two networks with containers spells them. */
export interface ContainerNetwork {
  /** Where a container is made for this account, and where one is published. */
  readonly createPath: (accountId: string) => string;
  readonly publishPath: (accountId: string) => string;
  readonly containerPath: (containerId: string) => string;
  /** The field that holds the state, and the one that says in words what went wrong. */
  readonly stateField: 'status_code' | 'status';
  readonly wordsField: 'status' | 'error_message';
}

export type Fields = Readonly<Record<string, string>>;

const states = ['IN_PROGRESS', 'FINISHED', 'ERROR', 'EXPIRED', 'PUBLISHED'] as const;

/** How far a container is. */
export interface ContainerState {
  readonly state: (typeof states)[number];
  /** The network's own words, empty where it says nothing. */
  readonly words: string;
}

/** An id as Meta writes it: digits, in a string or as a number. */
export const graphId = z.union([z.string().min(1), z.int().transform(String)]);

const made = z.object({ id: graphId });

/** Makes a container. Repeating it leaves one behind that nobody publishes, so it is no write that could be in doubt. */
export const createContainer = async (
  http: AccountHttp,
  network: ContainerNetwork,
  accountId: string,
  fields: Fields,
  signal: AbortSignal,
): Promise<CallResult<string>> => {
  const result = await http.send(
    {
      operation: 'containers.create',
      endpoint: 'api',
      method: 'POST',
      path: network.createPath(accountId),
      effect: 'upload',
      costMicros: 0,
      // Meta fetches a medium before it answers.
      timeoutMs: 90_000,
      answer: made,
      body: { kind: 'form', value: fields },
    },
    { signal },
  );
  return result.ok ? { ...result, data: result.data.id } : result;
};

/** Asks how far a container is. */
export const readContainer = async (
  http: AccountHttp,
  { containerPath, stateField, wordsField }: ContainerNetwork,
  containerId: string,
): Promise<CallResult<ContainerState>> =>
  await http.send({
    operation: 'containers.status',
    endpoint: 'api',
    method: 'GET',
    path: containerPath(containerId),
    query: { fields: `${stateField},${wordsField}` },
    effect: 'read',
    costMicros: 0,
    answer: z.looseObject({ [stateField]: z.enum(states) }).transform((body): ContainerState => ({
      state: z.enum(states).parse(body[stateField]),
      words: z.string().catch('').parse(body[wordsField]),
    })),
  });

/** Publishes a container: the one request whose repetition makes a post, and only one for each container. */
export const sendPublish = async (
  http: AccountHttp,
  network: ContainerNetwork,
  accountId: string,
  containerId: string,
): Promise<CallResult<string>> => {
  const result = await http.send({
    operation: 'posts.create',
    endpoint: 'api',
    method: 'POST',
    path: network.publishPath(accountId),
    effect: 'write',
    costMicros: 0,
    timeoutMs: 60_000,
    answer: made,
    body: { kind: 'form', value: { creation_id: containerId } },
  });
  return result.ok ? { ...result, data: result.data.id } : result;
};
