import { z } from 'zod';

const service = z.looseObject({ id: z.string(), type: z.string(), serviceEndpoint: z.string() });
const document = z.looseObject({ service: z.array(z.unknown()).catch([]) });

/**
 * The account's own server by its DID document (`#atproto_pds`), without a slash at the end; null where none is named, or
 * one that is not an address of the web.
 */
export const ownServer = (value: unknown): string | null => {
  const parsed = document.safeParse(value);
  if (!parsed.success) return null;
  for (const entry of parsed.data.service) {
    const found = service.safeParse(entry);
    if (!found.success || !found.data.id.endsWith('#atproto_pds')) continue;
    const { serviceEndpoint: address } = found.data;
    if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))
      return address.replace(/\/+$/, '');
  }
  return null;
};
