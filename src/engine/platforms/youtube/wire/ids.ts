/** Videos have ids of eleven characters; those of comments are longer. */
export const isVideoId = (id: string): boolean => /^[\w-]{11}$/.test(id);

/** The comment that a reply stands under: YouTube joins the ids of both. */
export const threadOf = (commentId: string): string => commentId.split('.', 1)[0] ?? commentId;

/** The playlist of all that a channel uploaded has the channel's id with another beginning. */
export const uploadsOf = (
  facts: Readonly<Record<string, string | number | boolean>>,
  channelId: string,
): string => {
  const told = facts['uploads'];
  return typeof told === 'string' && told !== '' ? told : channelId.replace(/^UC/, 'UU');
};
