/**
 * Every error that crosses a border, by what the caller must do about it. The number is the HTTP status of the REST
 * API. Words for each code are in `catalogue/en/errors.ts`.
 */
export const errorStatus = {
  // What the request itself got wrong.
  invalid_input: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  unknown_platform: 404,
  ambiguous_account: 409,
  stale_version: 409,
  wrong_state: 409,
  kept_by_network: 409,
  delete_unsupported: 422,
  not_connected: 409,
  not_offered: 409,
  reading_not_allowed: 409,
  handle_not_found: 404,
  handle_closed: 409,
  cost_not_agreed: 402,
  time_passed: 422,
  content_invalid: 422,
  time_zone_unknown: 422,
  rule_invalid: 422,
  // What the app needs first.
  vault_locked: 409,
  vault_unavailable: 503,
  developer_app_missing: 409,
  spending_cap: 402,
  openai_budget: 402,
  oauth_denied: 400,
  oauth_failed: 502,
  oauth_state_mismatch: 400,
  oauth_expired: 410,
  oauth_cancelled: 409,
  oauth_other_account: 409,
  no_account_found: 409,
  sign_in_refused: 401,
  server_not_found: 404,
  redirect_port_busy: 409,
  practice_unavailable: 503,
  newer_data_file: 409,
  data_directory_busy: 409,
  publishing_held: 409,
  restarting: 503,
  copy_failed: 507,
  copy_damaged: 422,
  data_damaged: 500,
  data_damaged_alone: 500,
  media_invalid: 422,
  // What a network answered (the same codes describe a failed delivery).
  rate_limited: 429,
  quota_exhausted: 429,
  credits_exhausted: 402,
  auth_expired: 401,
  auth_revoked: 401,
  scope_missing: 403,
  account_action_required: 403,
  content_rejected: 422,
  duplicate: 409,
  network_unreachable: 502,
  unavailable: 502,
  on_hold: 503,
  busy: 503,
  unknown_outcome: 502,
  platform_changed: 502,
  platform_refused: 502,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export const errorCodes = Object.keys(errorStatus) as ErrorCode[];

/** Values put into the sentence of an error; never secrets, never internals. */
export type ErrorParams = Record<string, string | number>;

/**
 * An expected failure. `code` decides what a caller does, `params` fill the sentence, `details` is structured data
 * for the caller (the accounts to choose from, the row versions that clash). The cause stays inside the process.
 */
export class OcmaError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly details: unknown;

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options: { details?: unknown; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OcmaError';
    this.code = code;
    this.params = params;
    this.details = options.details;
  }
}

/** True for an `OcmaError` of any realm or bundle. */
export function isOcmaError(error: unknown): error is OcmaError {
  return error instanceof Error && error.name === 'OcmaError' && 'code' in error;
}
