import type { Check } from '../test/conformance/check.ts';
import { missingFiles } from '../test/conformance/shared-files.ts';
import { checkX } from '../test/conformance/x/conformance.ts';

/** `npm run conformance`: what is sent to a network and read from it, against the network's own descriptions. */
const missing = missingFiles();
if (missing.length > 0) {
  console.log('Conformance needs files that are not part of this project, in ../shared. Missing:');
  for (const { file, original } of missing) console.log(`  ../shared/${file}\n    original: ${original}`);
  process.exitCode = 1;
} else {
  report(await checkX());
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
