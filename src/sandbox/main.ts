import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import type { ClockSetting } from './clock.ts';

// Before anything else is loaded: it halves the time to start.
enableCompileCache();
const { startSandbox } = await import('./server.ts');

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'clock-epoch': { type: 'string' },
    'clock-anchor': { type: 'string' },
    'clock-rate': { type: 'string' },
    'exit-with-parent': { type: 'boolean', default: false },
  },
});

if (values.data === undefined) {
  console.error('Say where the practice network keeps its data: --data DIR');
  process.exit(2);
}

const clock = clockFrom(values['clock-epoch'], values['clock-anchor'], values['clock-rate']);
const sandbox = await startSandbox({
  dataDirectory: values.data,
  port: Number(values.port),
  ...(clock && { clock }),
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  sandbox.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (values['exit-with-parent']) {
  process.stdin.on('end', stop);
  process.stdin.on('close', stop);
  process.stdin.resume();
}

const ready = { url: sandbox.url, pid: process.pid };
console.log(JSON.stringify(ready));
announce(ready);

function clockFrom(epoch?: string, anchor?: string, rate?: string): ClockSetting | undefined {
  if (epoch === undefined && anchor === undefined && rate === undefined) return undefined;
  const now = Date.now();
  return { epochMs: Number(epoch ?? now), anchorMs: Number(anchor ?? now), rate: Number(rate ?? 1) };
}

/** Under Electron's utilityProcess the parent listens on a port instead of on stdout. */
function announce(message: object): void {
  const port: unknown = Reflect.get(process, 'parentPort');
  if (typeof port !== 'object' || port === null) return;
  const post: unknown = Reflect.get(port, 'postMessage');
  if (typeof post === 'function') Reflect.apply(post, port, [message]);
}
