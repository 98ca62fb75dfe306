import type { PlatformApi } from '../platform.ts';
import { reading } from './wire/data-api.ts';
import { videoUrl } from './wire/addresses.ts';
import { videoListSchema } from './wire/video.ts';

const most = 15;

/** Countries for which YouTube keeps lists of its own, by ISO 3166-1 (what i18nRegions.list gives). */
export const trendCountries: readonly string[] = (
  'AE AR AT AU AZ BA BD BE BG BH BO BR BY CA CH CL CO CR CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GH GR GT HK HN HR HU ID ' +
  'IE IL IN IQ IS IT JM JO JP KE KH KR KW KZ LA LB LI LK LT LU LV LY MA MD ME MK MT MX MY NG NI NL NO NP NZ OM PA PE PG PH ' +
  'PK PL PR PT PY QA RO RS RU SA SE SG SI SK SN SV TH TN TR TW TZ UA UG US UY VE VN YE ZA ZW'
).split(' ');

/** Shown until the user chooses: YouTube has no list for everywhere, and takes this one where none is named. */
export const usualTrendCountry = 'US';

/** The videos that YouTube lists as most popular in a country (videos.list, one unit). */
export const trends: NonNullable<PlatformApi['trends']> = async (http, { webOrigin }, place) => {
  const result = await http.send({
    ...reading,
    operation: 'trends.list',
    path: '/youtube/v3/videos',
    query: {
      part: 'snippet,statistics',
      chart: 'mostPopular',
      maxResults: String(most),
      regionCode: place ?? usualTrendCountry,
    },
    answer: videoListSchema,
  });
  if (!result.ok) return result;
  const found = result.data.items.map(({ id, snippet, statistics }) => ({
    topic: snippet?.title ?? id,
    kind: 'video' as const,
    url: videoUrl(webOrigin, id),
    count: statistics?.viewCount ?? null,
  }));
  return { ...result, data: found };
};
