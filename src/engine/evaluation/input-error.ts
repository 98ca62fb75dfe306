/** A file that cannot be evaluated: the message says what is wrong with it and what to do. */
export class EvaluationInputError extends Error {}
