/** The Graph API's version that Facebook and Instagram are spoken to in (Meta's changelog; a version lives two years). */
export const graphVersion = 'v26.0';

/** The version of the Threads API. */
export const threadsVersion = 'v1.0';
