/** From the preload: the page is ready for its port. */
export const connectChannel = 'ocma:connect';
/** To the preload and on to the page: the port, as the only transferred object. */
export const portChannel = 'ocma:port';
/** To the preload: show this path inside the app. */
export const goChannel = 'ocma:go';
