import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractClient } from '../../src/host/ownership/owner-client.ts';
import { percentile } from './statistics.ts';

export const procedures = ['system.info', 'content.measure'] as const;
export type ProcedureName = (typeof procedures)[number];

const calls = 1_000;

/** For each procedure the median time of a call, in microseconds, in each of several rounds; the first ones are not counted. */
export async function callMedians(
  port: MessagePort,
  rounds: number,
): Promise<Record<ProcedureName, number[]>> {
  const client = createORPCClient<ContractClient>(new RPCLink({ port }));
  const call: Record<ProcedureName, () => Promise<unknown>> = {
    'system.info': () => client.system.info({}),
    'content.measure': () =>
      client.content.measure({ text: 'Fresh bread at seven, as every day. #bakery', platform: 'x' }),
  };
  const medians: Record<ProcedureName, number[]> = { 'system.info': [], 'content.measure': [] };
  for (const name of procedures) {
    await medianOf(call[name]);
    for (let round = 0; round < rounds; round += 1) medians[name].push(await medianOf(call[name]));
  }
  return medians;
}

async function medianOf(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < calls; count += 1) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1_000);
  }
  return percentile(times, 0.5);
}
