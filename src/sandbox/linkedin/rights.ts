import type { Answer } from '../exchange.ts';
import type { Caller } from './gate.ts';
import { looksAfter } from './identity.ts';
import { authorOf } from './people.ts';
import { accessDenied, badRequest } from './problems.ts';

/** Why the caller cannot write as this author: another member, an organisation without a role, or a scope that lacks. */
export function writingRefused(caller: Caller, urn: string, operation: string): Answer | undefined {
  const author = authorOf(urn);
  if (author === undefined) return badRequest('ILLEGAL_ARGUMENT', `${urn} is not an author`);
  if (!('lookedAfterBy' in author)) {
    const allowed = author.id === caller.member.id && caller.grant.scopes.includes('w_member_social');
    return allowed ? undefined : accessDenied(operation);
  }
  if (!looksAfter(caller, author)) {
    return badRequest(
      'ILLEGAL_ARGUMENT',
      'Organization permissions must be used when using organization as author',
    );
  }
  return caller.grant.scopes.includes('w_organization_social') ? undefined : accessDenied(operation);
}

/** The id under which the log has an author. */
export function accountOf(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}
