import { createHash } from 'node:crypto';
import type { MediaHostSettings, MediaHostTest, settingsContract } from '../../shared/contract/settings.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Caller, FeatureDeps } from '../feature.ts';
import { isSafeAddress } from '../http/address.ts';
import { timeLimit } from '../http/deadline.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import type { Vault } from '../vault/vault.ts';
import { mediaHostOf } from './media-host-of.ts';
import { hasSecretKey, prepareForSecretKey, readPlace, writePlace } from './stored-place.ts';

export type MediaHostHandlerDeps = Pick<FeatureDeps, 'db' | 'ports' | 'changed' | 'newId' | 'words'> & {
  readonly vault: Vault;
};

const patienceMs = 20_000;

/** The procedures of `settings` about the public place for media. */
export function createMediaHostHandlers(deps: MediaHostHandlerDeps) {
  const { db, ports, vault } = deps;
  const read = (): MediaHostSettings | null => {
    const place = readPlace(deps);
    return place === null ? null : { ...place, hasSecretKey: hasSecretKey(deps, place) };
  };

  return {
    mediaHost: (_caller: Caller, _input: object) => ({ mediaHost: read() }),

    async setMediaHost(
      _caller: Caller,
      { secretKey, ...given }: ProcedureInput<(typeof settingsContract)['setMediaHost']>,
    ) {
      if (!URL.canParse(given.endpoint) || !isSafeAddress(new URL(given.endpoint)))
        throw new OcmaError('invalid_input', { what: 'endpoint' });
      const prefix = given.prefix === '' ? '' : `${given.prefix.replaceAll(/^\/+|\/+$/g, '')}/`;
      if (secretKey !== undefined) await prepareForSecretKey(vault);
      db.write(() => {
        writePlace(deps, { place: { ...given, prefix }, secretKey }, ports.clock.now());
        deps.changed({ topic: 'settings', workspaceId: null, id: null });
      });
      return { mediaHost: read() };
    },

    forgetMediaHost(_caller: Caller, _input: object) {
      db.write(() => {
        writePlace(deps, null, ports.clock.now());
        deps.changed({ topic: 'settings', workspaceId: null, id: null });
      });
      return { mediaHost: null };
    },

    /** Puts a small file there, fetches it as a network would, and takes it away again. */
    testMediaHost: (caller: Caller, _input: object): Promise<MediaHostTest> => test(deps, caller),
  };
}

async function test(deps: MediaHostHandlerDeps, caller: Caller): Promise<MediaHostTest> {
  const say = (id: string, detail = ''): MediaHostTest => ({
    ok: id === 'works',
    text: deps.words(`mediaHost.${id}.text`, { detail }),
    fix: deps.words(`mediaHost.${id}.fix`) || null,
  });
  const host = mediaHostOf(deps, caller.workspaceId);
  if (host === null) return say('missing');
  const key = `${deps.newId('test')}.txt`;
  const bytes = new TextEncoder().encode('OCMA');
  const put = await host.put(key, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    mimeType: 'text/plain',
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  });
  if (!put.ok) return say(put.why, put.detail);
  const address = await host.address(key);
  const fetched = address.ok && (await isServed(deps, address.url, 'OCMA'));
  const removed = await host.remove(key);
  if (!fetched) return say('notServed');
  return removed.ok ? say('works') : say('notRemoved', removed.detail);
}

async function isServed({ ports }: MediaHostHandlerDeps, url: string, content: string): Promise<boolean> {
  const limit = timeLimit(ports.clock, patienceMs);
  try {
    const answer = await ports.fetch(url, { redirect: 'manual', signal: limit.signal });
    return answer.status === 200 && (await answer.text()) === content;
  } catch {
    return false;
  } finally {
    limit.cancel();
  }
}
