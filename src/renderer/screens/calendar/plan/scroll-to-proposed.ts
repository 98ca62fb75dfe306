/** Brings a proposed entry of the calendar into sight, by its key in the plan. */
export function scrollToProposed(key: string): void {
  document
    .querySelector(`[data-proposed="${CSS.escape(key)}"]`)
    ?.scrollIntoView({ block: 'center', inline: 'nearest' });
}
