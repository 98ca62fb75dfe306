import type { MetricValues } from '../../../../shared/models/metric.ts';
import type { Video } from './video.ts';

/**
 * A video's counters in our words. A view is what comes nearest to a post having been seen, so it stands for the
 * impressions too: how often the thumbnail was shown is not among the counters.
 */
export const statisticsOf = (statistics: Video['statistics']): MetricValues => {
  const { viewCount: views, likeCount: likes, commentCount: comments } = statistics ?? {};
  return {
    ...(views !== undefined && { impressions: views, video_views: views }),
    ...(likes !== undefined && { likes }),
    ...(comments !== undefined && { comments }),
  };
};
