const example = `published at,text,type,impressions,likes,comments,shares,clicks
2026-01-05 09:30 +01:00,"Our winter roast is here: walnut, dark cherry, a little smoke.",image,1840,62,7,9,31
2026-01-06 12:15 +01:00,We open at six tomorrow for the fish market crowd.,text,920,21,3,1,4
2026-01-08 17:40 +01:00,"How we choose growers, step by step.",link,1310,40,11,6,58
`;

/** Past posts with every number, as an address that a link can download. */
export const exampleHistoryUrl = `data:text/csv;charset=utf-8,${encodeURIComponent(example)}`;
