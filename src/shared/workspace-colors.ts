/**
 * The colours that a workspace can have, as sRGB hex in lower case: given out in turn where none was chosen, and offered
 * to choose from. One list, so that what was given is one of those that are offered.
 */
export const workspaceColors = [
  { key: 'indigo', hex: '#4f46e5' },
  { key: 'teal', hex: '#0d9488' },
  { key: 'amber', hex: '#d97706' },
  { key: 'rose', hex: '#e11d48' },
  { key: 'slate', hex: '#64748b' },
] as const;
