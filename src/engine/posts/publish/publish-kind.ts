/** The job that drives a delivery; its subject is the delivery. */
export const publishKind = 'publish';
