const example = `text,date,time zone,accounts,media,alt text,link,labels
"Our winter roast is here: walnut, dark cherry, a little smoke.",2030-01-14 09:30,Europe/Berlin,,,,,"roast,winter"
"We open at six tomorrow for the fish market crowd.",2030-01-15T06:00:00+01:00,,,,,,shop
"How we choose growers, step by step.",,,,,,https://example.org/growers,
`;

/** A table with one post a row and every column, as an address that a link can download. */
export const exampleFileUrl = `data:text/csv;charset=utf-8,${encodeURIComponent(example)}`;
