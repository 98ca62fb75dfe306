import { createKeychainKeyPort } from '../../../src/host/vault-key.ts';

/** Prints what the key port of this machine does: run by the test below in sessions of its own. */
const port = await createKeychainKeyPort({ service: 'OCMA test', env: process.env });
const hex = (key: Uint8Array | null): string | null =>
  key === null ? null : Buffer.from(key).toString('hex');
const salt = new Uint8Array(16);
const result = {
  kind: port.kind,
  before: hex(await port.load({ create: false })),
  made: hex(await port.load({ create: true })),
  after: hex(await port.load({ create: false })),
  derived: hex(await port.load({ create: false, salt })),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
