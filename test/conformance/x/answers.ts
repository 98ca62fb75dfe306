import { checked } from '../check.ts';
import type { Check } from '../check.ts';
import type { Exchange } from './capture.ts';
import { faultsOf } from './description.ts';
import type { Description } from './description.ts';

/**
 * The practice network's answers against X's description. X renamed fields between 2.166 and 2.167, so an answer that
 * follows either is right. Endpoints that no description has an answer for (OAuth) are left out.
 */
export const checkAnswers = (description: Description, exchanges: readonly Exchange[]): readonly Check[] =>
  exchanges.flatMap(({ method, url, status, answer }) => {
    const endpoint = description.endpointOf(method, url.pathname);
    if (endpoint === undefined || status === null) return [];
    const faults = description.answers(endpoint, status).map((validate) => faultsOf(validate, answer));
    if (faults.length === 0) return [];
    const isRight = faults.some((found) => found.length === 0);
    const name = `${method} ${url.pathname} (${status})`;
    return [checked(`practice answer ${endpoint.id}`, name, isRight ? [] : (faults[0] ?? []))];
  });
