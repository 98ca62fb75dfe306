/** System calls that fail before a connection stands, so that not one byte of a request has left. */
const beforeConnection = new Set(['getaddrinfo', 'connect', 'queryA', 'queryAaaa']);

/** Failures before a connection stands that name no system call: undici's connect time-out and refused certificates. */
const beforeRequest = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Whether this error of `fetch` proves that the request never left. An error code alone does not: a connection that
 * stood can fail with EHOSTUNREACH too, so the failing system call is what counts.
 */
export function provesNotSent(error: unknown): boolean {
  const root = rootCause(error);
  if (root instanceof AggregateError && root.errors.length > 0) return root.errors.every(provesNotSent);
  const { code, syscall } = facts(root);
  return (
    (syscall !== undefined && beforeConnection.has(syscall)) ||
    (code !== undefined && beforeRequest.has(code))
  );
}

/** The error's code for the record, such as ECONNRESET; never its message, which may hold an address with a query. */
export function codeOf(error: unknown): string {
  const root = rootCause(error);
  const { code } = facts(root);
  if (code !== undefined) return code;
  return root instanceof Error ? root.name : 'unknown';
}

function rootCause(error: unknown): unknown {
  let root = error;
  for (let depth = 0; depth < 5 && root instanceof Error && root.cause !== undefined; depth += 1)
    root = root.cause;
  return root;
}

function facts(error: unknown): { code: string | undefined; syscall: string | undefined } {
  const text = (name: string): string | undefined => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { code: text('code'), syscall: text('syscall') };
}
