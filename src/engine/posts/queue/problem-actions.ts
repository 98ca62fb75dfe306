import type { DeliveryState, ProblemAction } from '../../../shared/models/delivery.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import { failureCodes } from '../../http/call.ts';
import { ruleOf } from '../../http/failure-policy.ts';
import type { FixKind } from '../../http/failure-policy.ts';

/** What mends the reasons that no network gave. */
const ownFixes: ReadonlyMap<string, FixKind | 'nothing'> = new Map([
  ['not_connected', 'reconnect'],
  ['content_invalid', 'edit'],
  // The same again would be refused again.
  ['refused_later', 'edit'],
  // The rest of the thread has nothing to hang on, so trying again would end the same way.
  ['parent_unknown', 'nothing'],
]);

/** What mends a failure, by the failure policy. */
function fixOf(code: string): FixKind | 'nothing' {
  const known = failureCodes.find((each) => each === code);
  return ownFixes.get(code) ?? (known === undefined ? 'none' : ruleOf({ code: known, reach: 'refused' }).fix);
}

/** Codes that mean: the account's access is gone until the user signs in again. */
export const signInCodes: readonly string[] = [...ownFixes.keys(), ...failureCodes].filter(
  (code) => fixOf(code) === 'reconnect',
);

/** What the actions depend on besides the code. */
export interface ProblemFacts {
  readonly state: DeliveryState;
  readonly code: string;
  readonly accountId: AccountId;
  readonly connected: boolean;
  /** Whether the text may still be changed: nothing of it has been sent. */
  readonly editable: boolean;
  /** Until when the account or the delivery waits by itself; epoch ms. */
  readonly waitsUntil: number | null;
  /** The first part that is too long, and by how much. */
  readonly tooLong: { readonly part: number; readonly over: number } | null;
  /** The first part with media. */
  readonly mediaPart: number | null;
  /** Where credits are bought. */
  readonly creditsUrl: string | null;
}

/**
 * What the user can do about a problem, in the order to offer it: what mends the cause first, giving up last. The same
 * table serves one delivery and a group that shares its code.
 */
export function actionsFor(facts: ProblemFacts): ProblemAction[] {
  const edit: readonly ProblemAction[] = facts.editable ? [{ kind: 'edit' }] : [];
  switch (facts.state) {
    case 'unknown':
      return [{ kind: 'settle' }, { kind: 'look_again' }, { kind: 'drop' }];
    case 'missed':
      return [{ kind: 'publish_now' }, { kind: 'next_slot' }, ...edit, { kind: 'drop' }];
    case 'failed':
      return [...mendingOf(facts), { kind: 'drop' }];
    case 'publishing':
    case 'scheduled':
      return facts.waitsUntil === null ? [] : [{ kind: 'wait', until: facts.waitsUntil }];
    case 'needs_you':
      return [{ kind: 'posted' }, { kind: 'not_now' }, ...edit, { kind: 'drop' }];
    case 'draft':
    case 'published':
    case 'cancelled':
    case 'with_network':
      return [];
  }
}

function mendingOf(facts: ProblemFacts): ProblemAction[] {
  const retry: ProblemAction = { kind: 'retry' };
  const edit: readonly ProblemAction[] = facts.editable ? [{ kind: 'edit' }] : [];
  switch (fixOf(facts.code)) {
    case 'reconnect':
      return facts.connected
        ? [retry, ...edit]
        : [{ kind: 'reconnect', accountId: facts.accountId }, retry, ...edit];
    case 'edit':
      if (facts.tooLong !== null && facts.editable) return [{ kind: 'shorten', ...facts.tooLong }, retry];
      return [...edit, retry];
    case 'replace_media':
      if (facts.mediaPart !== null && facts.editable)
        return [{ kind: 'replace_media', part: facts.mediaPart }, retry];
      return [...edit, retry];
    case 'add_credits':
      return [{ kind: 'add_credits', url: facts.creditsUrl }, retry, ...edit];
    case 'raise_cap':
      return [{ kind: 'raise_cap' }, retry, ...edit];
    case 'nothing':
      return [];
    case 'none':
    case 'decide':
    case 'unlock_vault':
    case 'visit_network':
    case 'check_connection':
    case 'update_app':
    case 'test_account':
      return facts.waitsUntil === null
        ? [retry, ...edit]
        : [{ kind: 'wait', until: facts.waitsUntil }, retry, ...edit];
  }
}
