import { RateWindows } from '../rate-windows.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How many calls an app and one of its objects may make at this network. */
export interface UsageRules {
  /** What the use case is called in the header: `pages`, `instagram`, `threads`. */
  readonly type: string;
  readonly appCallsAnHour: number;
  readonly objectCallsADay: number;
}

/** What one call left, as headers, and which limit it passed. */
export interface Metered {
  readonly headers: Record<string, string>;
  readonly over: 'app' | 'object' | null;
}

/** Counts calls as Graph's usage headers tell them: in percent, by app and by object. */
export class UsageMeter {
  readonly #windows = new RateWindows();
  readonly #rules: UsageRules;

  constructor(rules: UsageRules) {
    this.#rules = rules;
  }

  /** Counts a call of an app for an object, such as a Page. */
  count(clientId: string, objectId: string, now: number): Metered {
    const { type, appCallsAnHour, objectCallsADay } = this.#rules;
    const app = this.#windows.take(`app ${clientId}`, appCallsAnHour, hourMs, now);
    const object = this.#windows.take(`object ${objectId}`, objectCallsADay, dayMs, now);
    const objectOver = object.remaining < 0;
    return {
      headers: {
        'x-app-usage': JSON.stringify(usage(app)),
        ...useCaseHeader(type, objectId, usage(object), objectOver ? object.endsAt - now : 0),
      },
      over: app.remaining < 0 ? 'app' : objectOver ? 'object' : null,
    };
  }

  /** The headers of an answer that says that the object's calls are used up until then. */
  usedUp(objectId: string, untilMs: number): Record<string, string> {
    const full = { call_count: 100, total_cputime: 12, total_time: 14 };
    return useCaseHeader(this.#rules.type, objectId, full, untilMs);
  }
}

interface Percent {
  readonly call_count: number;
  readonly total_cputime: number;
  readonly total_time: number;
}

function usage({ limit, remaining }: { readonly limit: number; readonly remaining: number }): Percent {
  const calls = Math.min(100, Math.floor((100 * (limit - remaining)) / limit));
  return { call_count: calls, total_cputime: Math.floor(calls / 8), total_time: Math.floor(calls / 6) };
}

function useCaseHeader(
  type: string,
  objectId: string,
  used: Percent,
  regainMs: number,
): Record<string, string> {
  const entry = { type, ...used, estimated_time_to_regain_access: Math.ceil(regainMs / 60_000) };
  return { 'x-business-use-case-usage': JSON.stringify({ [objectId]: [entry] }) };
}
