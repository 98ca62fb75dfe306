import { Apps } from '../../oauth/apps.ts';
import { isDesktopRedirect } from './consent.ts';

/** TikTok's apps: a redirect address is one of this machine, and a star in a registered one stands for any port. */
export class DesktopApps extends Apps {
  override allowsRedirect(clientId: string, redirectUri: string): boolean {
    if (!isDesktopRedirect(redirectUri)) return false;
    const anyPort = redirectUri.replace(/:\d+\//, ':*/');
    return super.allowsRedirect(clientId, redirectUri) || super.allowsRedirect(clientId, anyPort);
  }
}
