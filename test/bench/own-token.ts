import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ContractClient } from '../../src/host/ownership/owner-client.ts';
import type { WorkspaceId } from '../../src/shared/models/ids.ts';

const tokenAnswer = z.object({ access_token: z.string() });

/** An access token of a practice person for requests outside the app: the app's own consent page, with a verifier of ours. */
export async function accessTokenFor(
  client: ContractClient,
  workspaceId: WorkspaceId,
  person: string,
): Promise<string> {
  const flow = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
  await client.accounts.cancelConnection({ id: flow.id });
  const { origin, pathname, searchParams } = new URL(flow.authorizeUrl);
  const verifier = randomBytes(32).toString('base64url');
  searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
  searchParams.set('person', person);
  searchParams.set('decision', 'allow');
  const consent = await fetch(origin + pathname, { method: 'POST', body: searchParams, redirect: 'manual' });
  const code = URL.parse(consent.headers.get('location') ?? '')?.searchParams.get('code');
  if (!code) throw new Error(`The consent page answered ${consent.status} without a code.`);
  const answer = await fetch(`${origin}/2/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: searchParams.get('redirect_uri') ?? '',
      client_id: searchParams.get('client_id') ?? '',
    }),
  });
  return tokenAnswer.parse(await answer.json()).access_token;
}
