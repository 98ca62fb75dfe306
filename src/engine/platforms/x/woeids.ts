/** Yahoo's number of the whole world. */
const world = 1;

/**
 * Countries that X keeps a list for, by ISO 3166-1, with Yahoo's numbers of them (Where On Earth). Yahoo tells them no more
 * and X gives no table; these are the ones that X's own list of places (GET trends/available) had.
 */
const countries: Readonly<Record<string, number>> = {
  AE: 23_424_738,
  AR: 23_424_747,
  AT: 23_424_750,
  AU: 23_424_748,
  BE: 23_424_757,
  BH: 23_424_753,
  BR: 23_424_768,
  BY: 23_424_765,
  CA: 23_424_775,
  CH: 23_424_957,
  CL: 23_424_782,
  CO: 23_424_787,
  DE: 23_424_829,
  DK: 23_424_796,
  DO: 23_424_800,
  DZ: 23_424_740,
  EC: 23_424_801,
  EG: 23_424_802,
  ES: 23_424_950,
  FR: 23_424_819,
  GB: 23_424_975,
  GH: 23_424_824,
  GR: 23_424_833,
  GT: 23_424_834,
  ID: 23_424_846,
  IE: 23_424_803,
  IL: 23_424_852,
  IN: 23_424_848,
  IT: 23_424_853,
  JO: 23_424_860,
  JP: 23_424_856,
  KE: 23_424_863,
  KR: 23_424_868,
  KW: 23_424_870,
  LB: 23_424_873,
  LV: 23_424_874,
  MX: 23_424_900,
  MY: 23_424_901,
  NG: 23_424_908,
  NL: 23_424_909,
  NO: 23_424_910,
  NZ: 23_424_916,
  OM: 23_424_898,
  PA: 23_424_924,
  PE: 23_424_919,
  PH: 23_424_934,
  PK: 23_424_922,
  PL: 23_424_923,
  PR: 23_424_935,
  PT: 23_424_925,
  QA: 23_424_930,
  RU: 23_424_936,
  SA: 23_424_938,
  SE: 23_424_954,
  SG: 23_424_948,
  TH: 23_424_960,
  TR: 23_424_969,
  UA: 23_424_976,
  US: 23_424_977,
  VE: 23_424_982,
  VN: 23_424_984,
  ZA: 23_424_942,
};

export const trendCountries: readonly string[] = Object.keys(countries);

/** The number of a country; that of the world for null, and for a country without a list. */
export const woeidOf = (country: string | null): number =>
  country === null ? world : (countries[country] ?? world);
