import type { PlatformCard } from '../../shared/models/account.ts';
import { fieldsOf } from '../platforms/options/fields.ts';
import { redirectUris } from '../oauth/flow-addresses.ts';
import type { Platform } from '../platforms/platform.ts';
import { featuresNotOffered } from './features.ts';

/**
 * A network as the screens need it: its own card, and what follows from what it declares elsewhere. `hosted`: an app that others run
 * stands in for the user's own.
 */
export function cardOf(platform: Platform, hosted: boolean): PlatformCard {
  const { card, name, signIn, nativeSchedule } = platform;
  const { server } = signIn;
  return {
    ...card,
    name,
    redirectUris: redirectUris(platform),
    signIn: {
      kind: signIn.kind,
      needsApp: signIn.kind === 'browser' && server?.register === undefined && !hosted,
      intercepts: signIn.kind === 'browser' && signIn.redirect.kind === 'intercept',
      server:
        server === undefined ? null : { typed: server.typed, example: server.example, usual: server.usual },
      passwordMadeAt: signIn.kind === 'password' ? signIn.password.madeAt : null,
    },
    options: [...fieldsOf(platform, null)],
    nativeSchedule: nativeSchedule ?? null,
    lacks: featuresNotOffered(platform),
  };
}
