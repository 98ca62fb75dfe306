import type { MediaHostSettings } from '../../../shared/contract/settings.ts';

type Values = Omit<MediaHostSettings, 'hasSecretKey'>;
type Fault = 'address' | 'insecure' | 'missing' | 'bucket' | 'prefix';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

function addressFault(address: string): Fault | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return 'address';
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname) ? 'insecure' : null;
}

/** What is wrong with a place for media, by field; nothing where it can be saved. `kept`: a secret key is stored for this address. */
export function mediaPlaceFaults(
  values: Values,
  secretKey: string,
  kept: boolean,
): Partial<Record<keyof Values | 'secretKey', Fault>> {
  const missing = (text: string): Fault | null => (text.trim() === '' ? 'missing' : null);
  const bucket = values.bucket.trim();
  const found = {
    endpoint: addressFault(values.endpoint.trim()),
    region: missing(values.region),
    bucket: missing(bucket) ?? (/^[\w.-]{3,255}$/.test(bucket) ? null : 'bucket'),
    prefix: /^[\w./-]*$/.test(values.prefix.trim()) ? null : 'prefix',
    accessKeyId: missing(values.accessKeyId),
    secretKey: kept ? null : missing(secretKey),
  } as const;
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null));
}
