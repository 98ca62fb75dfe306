/**
 * The address of a picture, if it is one of this app's own: the window loads nothing from a network. Null asks for
 * initials instead.
 */
export const localPicture = (url: string | null): string | null =>
  url !== null && (url.startsWith('/') || url.startsWith('data:image/')) ? url : null;
