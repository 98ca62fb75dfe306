/**
 * Headers of every answer. The page may load code and data from its own address alone; `styleNonce` lets it add the
 * styles that the interface computes.
 */
export function securityHeaders(styleNonce?: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy("'self'", styleNonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** The policy for pages whose own origin is written `own` (`'self'`, or the desktop's scheme). */
export function contentSecurityPolicy(own: string, styleNonce?: string): string {
  const styles = styleNonce === undefined ? own : `${own} 'nonce-${styleNonce}'`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${styles}`,
    `font-src ${own}`,
    `connect-src ${own}`,
    `img-src ${own} data: blob:`,
    `media-src ${own} blob:`,
    `manifest-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
