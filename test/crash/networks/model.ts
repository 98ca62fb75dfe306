import { connectModelAccount } from '../../support/model-network/connect.ts';
import type { ModelNetwork } from '../../support/model-network/networks.ts';
import type { CrashNetwork } from './network.ts';

/** A network that exists in tests alone, with one means of settling an interrupted send. */
export function modelNetworkUnderTest(model: ModelNetwork): CrashNetwork {
  const { platform } = model;
  return {
    platform: model.name,
    proves: () => model.proves,
    abilities: ['text', 'thread', 'images', 'first_comment', 'three_accounts'],
    stages: false,
    isFlat: false,
    pictures: 'png',
    fitted: (parts) => parts,
    optionsFor: () => ({}),
    people: ['ada', 'bert', 'cleo'],
    async start(directory, clock) {
      const running = await model.start({ directory, port: 0, clock });
      return {
        url: running.url,
        setClock: (setting) => Promise.resolve(running.setClock(setting)),
        weather({ lagMs }) {
          const match = { network: model.name };
          running.faults(lagMs > 0 ? [{ match, fault: { kind: 'lag_listings', ms: lagMs } }] : []);
          return Promise.resolve();
        },
        truth: () => Promise.resolve(running.truth(model.name)),
        connect: ({ ports }, { workspaceId, person }) =>
          Promise.resolve(
            connectModelAccount(ports, { platform, url: running.url, workspaceId, remoteId: person }),
          ),
        stop: () => running.stop(),
      };
    },
  };
}
