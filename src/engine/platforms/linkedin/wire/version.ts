/**
 * The version of LinkedIn's API that is spoken here, as a month. LinkedIn serves one for about a year and then answers 426
 * (`NONEXISTENT_VERSION`).
 */
export const apiVersion = '202609';

/** What every call under `/rest` has. */
export const restHeaders: Readonly<Record<string, string>> = {
  'LinkedIn-Version': apiVersion,
  'X-Restli-Protocol-Version': '2.0.0',
};
