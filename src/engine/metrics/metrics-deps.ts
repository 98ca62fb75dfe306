import type { FeatureDeps } from '../feature.ts';
import type { AccountHttp } from '../http/call.ts';

/** What collecting and showing numbers needs; `httpOf` is handed in by engine.ts. */
export interface MetricsDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'changed' | 'wake' | 'platformOf'
> {
  readonly httpOf: (accountId: string) => AccountHttp;
}
