/** What scripts are told in words. */
export const scripts = {
  not_enough_data: 'There is not enough data yet: {{have}} of {{need}} measured posts.',
  no_model: '{{have}} posts are measured. This version does not work out best times from them yet.',
} as const;
