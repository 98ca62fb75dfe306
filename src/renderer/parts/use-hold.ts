import { useQuery } from '@tanstack/react-query';
import { useApi } from '../queries.ts';

/** Why nothing is sent from this data until the user has looked; null where nothing holds it, undefined until it is read. */
export function useHold() {
  const api = useApi();
  return useQuery(api.copies.hold.queryOptions({ input: {} })).data;
}
