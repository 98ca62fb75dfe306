import type { Check } from '../test/conformance/check.ts';
import { missingFiles } from '../test/conformance/shared-files.ts';
import { checkNetwork } from '../test/conformance/described/check-network.ts';
import type { NetworkReport } from '../test/conformance/described/check-network.ts';
import { seeds } from '../test/networks/known.ts';
import { checkX } from '../test/conformance/x/conformance.ts';

/** `npm run conformance`: what is sent to a network and read from it, against the network's own descriptions. */
const missing = missingFiles();
if (missing.length > 0) {
  console.log('Conformance needs files that are not part of this project, in ../shared. Missing:');
  for (const { file, original } of missing) console.log(`  ../shared/${file}\n    original: ${original}`);
  process.exitCode = 1;
} else {
  const networks = await checkNetworks();
  report([...(await checkX()), ...networks.flatMap(({ checks }) => checks)]);
}

/** The suite on every network, with what it asked for against the networks' own descriptions. */
async function checkNetworks(): Promise<readonly NetworkReport[]> {
  const reports: NetworkReport[] = [];
  console.log('network     endpoint (requests; ✓ validated, – not described)');
  for (const seed of seeds) {
    const found = await checkNetwork(seed);
    const name = seed.platform.name.padEnd(10);
    for (const [id, count] of found.validated) console.log(`${name}  ✓ ${id} (${count})`);
    for (const [address, count] of found.notDescribed) console.log(`${name}  – ${address} (${count})`);
    reports.push(found);
  }
  console.log('');
  return reports;
}

function report(checks: readonly Check[]): void {
  const sections = Map.groupBy(checks, ({ section }) => section);
  const width = Math.max(...[...sections.keys()].map(({ length }) => length));
  console.log(`${'what'.padEnd(width)}  passed  failed`);
  for (const [section, all] of sections) {
    const passed = all.filter(({ ok }) => ok).length;
    console.log(
      `${section.padEnd(width)}  ${String(passed).padStart(6)}  ${String(all.length - passed).padStart(6)}`,
    );
  }
  const failed = checks.filter(({ ok }) => !ok);
  for (const { section, name, detail } of failed) console.log(`\nFAILED ${section}: ${name}\n  ${detail}`);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exitCode = 1;
}
