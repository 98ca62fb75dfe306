import { readFileSync } from 'node:fs';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import type { HostFacts } from '../engine/ports.ts';
import { machineId } from './machine.ts';

const endpointsSchema = z.record(
  z.string().toLowerCase(),
  z.partialRecord(z.enum(['authorize', 'token', 'revoke', 'api', 'upload']), z.url({ protocol: /^https?$/ })),
);

/**
 * What the environment says about this host: endpoints that stand where a network is (`OCMA_ENDPOINTS`, a JSON file)
 * and developer apps (`OCMA_<PLATFORM>_CLIENT_ID`, `OCMA_<PLATFORM>_CLIENT_SECRET`).
 * @throws Error with a plain sentence where `OCMA_ENDPOINTS` cannot be used.
 */
export function hostFacts(kind: HostFacts['kind'], env: NodeJS.ProcessEnv): HostFacts {
  return {
    kind,
    version: packageJson.version,
    machine: machineId(),
    endpoints: env.OCMA_ENDPOINTS ? readEndpoints(env.OCMA_ENDPOINTS) : {},
    developerApps: developerApps(env),
  };
}

function readEndpoints(file: string): HostFacts['endpoints'] {
  const parsed = endpointsSchema.safeParse(readJson(file));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const where = first && first.path.length > 0 ? ` (at ${first.path.join('.')})` : '';
    throw new Error(
      `OCMA_ENDPOINTS names ${file}, which must hold JSON such as {"x": {"api": "http://127.0.0.1:9000"}}${where}.`,
    );
  }
  return byPlatform(parsed.data);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function developerApps(env: NodeJS.ProcessEnv): HostFacts['developerApps'] {
  const apps: Record<string, { clientId: string; clientSecret?: string }> = {};
  for (const [name, clientId] of Object.entries(env)) {
    const platform = /^OCMA_([A-Z0-9]+)_CLIENT_ID$/.exec(name)?.[1];
    if (!platform || !clientId) continue;
    const clientSecret = env[`OCMA_${platform}_CLIENT_SECRET`];
    apps[platform.toLowerCase()] = clientSecret ? { clientId, clientSecret } : { clientId };
  }
  return byPlatform(apps);
}

/** `twitter` is accepted wherever `x` is. */
function byPlatform<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [name === 'twitter' ? 'x' : name, value]),
  );
}
