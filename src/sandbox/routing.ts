import type { Network, Route } from './network.ts';

interface Entry {
  readonly network: Network | undefined;
  readonly route: Route;
  readonly segments: readonly string[];
}

/** A route that fits a request, with the values of its `:names`. */
export interface Found {
  readonly network: Network | undefined;
  readonly route: Route;
  readonly parameters: Record<string, string>;
}

/** Finds the endpoint for a method and a path. */
export class Router {
  readonly #entries: Entry[] = [];

  add(routes: readonly Route[], network: Network | undefined): void {
    for (const route of routes) this.#entries.push({ network, route, segments: route.path.split('/') });
  }

  /** The endpoint; `other_method` when only the path fits; undefined when nothing does. */
  find(method: string, path: string): Found | 'other_method' | undefined {
    const segments = path.split('/');
    let fits = false;
    for (const entry of this.#entries) {
      const parameters = match(entry.segments, segments);
      if (parameters === undefined) continue;
      if (entry.route.method === method) return { network: entry.network, route: entry.route, parameters };
      fits = true;
    }
    return fits ? 'other_method' : undefined;
  }
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined;
      continue;
    }
    const value = decoded(segment);
    if (value === undefined || value === '') return undefined;
    parameters[part.slice(1)] = value;
  }
  return parameters;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
