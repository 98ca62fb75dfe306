/** Words of the place where posts are written. */
export const compose = {
  title: 'Compose',
} as const;
