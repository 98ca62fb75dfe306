import { openCore } from '../../../src/engine/core.ts';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { storeConnectedAccount } from '../../../src/engine/oauth/connected-account.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { Ports } from '../../../src/engine/ports.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';

/**
 * Puts a connected account of a model network into the practice workspace of a data directory, without a consent page. The
 * directory has been opened by an engine before, with the practice network at `url`.
 */
export function connectModelAccount(
  ports: Ports,
  given: { platform: Platform; url: string; workspaceId: WorkspaceId; remoteId: string },
): AccountId {
  const { platform, workspaceId, remoteId } = given;
  const core = openCore(ports, {
    gate: openGate(createGateMemory(), 1),
    platforms: [platform],
    onChanges: () => {},
    onWake: () => {},
  });
  try {
    const now = ports.clock.now();
    return core.db.write(() =>
      storeConnectedAccount(
        core,
        {
          platform,
          flow: {
            workspaceId,
            platform: platform.name,
            clientId: 'ocma-model',
            endpoints: platform.practiceEndpoints(given.url),
            customEndpoints: true,
            scopes: [...platform.signIn.scopes],
            reconnect: null,
          },
          profile: {
            remoteId,
            username: remoteId,
            displayName: remoteId,
            avatarUrl: null,
            profileUrl: null,
            followers: null,
            metrics: {},
            facts: {},
          },
          tokens: {
            accessToken: `token-of-${remoteId}`,
            refreshToken: null,
            expiresAt: null,
            scopes: null,
          },
        },
        now,
      ),
    );
  } finally {
    core.db.close();
  }
}
