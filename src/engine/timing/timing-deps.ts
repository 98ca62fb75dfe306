import type { FeatureDeps } from '../feature.ts';

export type TimingDeps = Pick<FeatureDeps, 'db' | 'ports' | 'words'>;
