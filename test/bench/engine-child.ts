import { openOwnedHost } from '../../src/host/owned-host.ts';

// The engine with the ports of a real host and its threads, but nothing that serves it.
const [dataDirectory = ''] = process.argv.slice(2);
const host = await openOwnedHost({ dataDirectory, kind: 'web', env: process.env });
if (host === null) throw new Error('The data directory is in use.');
process.once('SIGTERM', () => void host.close());
console.log('ready');
