/** Words of the practice network that the engine itself says. */
export const practice = {
  workspace: 'Practice',
} as const;
