const mask = '[hidden]';
const deepest = 8;

/** Names under which secrets travel, without case and without `-` and `_`. */
const secretNames = new Set([
  'authorization',
  'proxyauthorization',
  'cookie',
  'setcookie',
  'code',
  'authcode',
  'codeverifier',
  'codechallenge',
  'state',
  'key',
  'apikey',
  'xapikey',
  'xocmawindow',
  'passphrase',
  'password',
  'secret',
  'credentials',
]);
const secretEndings = [
  'token',
  'tokens',
  'secret',
  'secrets',
  'passphrase',
  'password',
  'apikey',
  'privatekey',
];

/** Secrets inside running text: headers, query strings, JSON, and keys known by their beginning. */
const secretPatterns: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[\w~+/.=-]{6,}/gi, `$1 ${mask}`],
  [
    /\b((?:access_|refresh_|id_|oauth_)?token|code|code_verifier|client_secret|client_assertion|state|passphrase|password|api_?key|secret)(=)[^&\s"'<>]+/gi,
    `$1$2${mask}`,
  ],
  [
    /(\\?"(?:[\w-]*token|code|code_verifier|client_secret|authorization|state|passphrase|password|api_?key|secret)\\?"\s*:\s*\\?")[^"\\]+/gi,
    `$1${mask}`,
  ],
  [/\b(?:ocma_|sk-)[\w-]{12,}/g, mask],
  [/(\/open\/)[\w-]+/g, `$1${mask}`],
];

/** Whether a field of this name holds a secret. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '');
  return secretNames.has(plain) || secretEndings.some((ending) => plain.endsWith(ending));
}

/** The text without the secrets that can be told by their surroundings. */
export function redactText(text: string): string {
  let result = text;
  for (const [pattern, replacement] of secretPatterns) result = result.replaceAll(pattern, replacement);
  return result;
}

/** A copy fit for a log: secrets masked by name and by shape, errors as plain data, depth and length bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return redactText(value.length > 4_000 ? `${value.slice(0, 4_000)}...` : value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '[deeper]';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, 100).map((entry) => redact(entry, depth + 1));
  return redactFields(value, depth);
}

/** `redact` for an object whose fields are wanted one by one. */
export function redactFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, entry]: [string, unknown]) => [
      name,
      isSecretName(name) && entry !== null && typeof entry !== 'boolean' ? mask : redact(entry, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    // An error code such as ECONNREFUSED or rate_limited is no secret, unlike the `code` of OAuth.
    ...('code' in error && typeof error.code === 'string' && { errorCode: error.code }),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}
