import { z } from 'zod';

const wholeNumber = z
  .union([z.number(), z.string().regex(/^-?\d{1,12}$/)])
  .transform(Number)
  .pipe(z.int());

/** The envelope of Graph's errors (Meta, Graph API: handling errors). Everything in it may be missing. */
const envelope = z.object({
  error: z.object({
    message: z.string().catch(''),
    type: z.string().catch(''),
    code: wholeNumber.nullable().catch(null),
    error_subcode: wholeNumber.nullable().catch(null),
    is_transient: z.boolean().nullable().catch(null),
    error_user_title: z.string().catch(''),
    error_user_msg: z.string().catch(''),
  }),
});

/** How the token endpoints of Instagram and Threads refuse. */
const flat = z.object({
  error_type: z.string(),
  error_message: z.string().catch(''),
  code: wholeNumber.nullable().catch(null),
});

/** How the upload hosts refuse. */
const upload = z.object({
  debug_info: z.object({
    retriable: z.boolean().catch(false),
    type: z.string().catch(''),
    message: z.string().catch(''),
  }),
});

/** An error of Graph, whichever of its shapes it came in. */
export interface GraphError {
  readonly code: number | null;
  readonly subcode: number | null;
  /** Null where Graph does not say. */
  readonly transient: boolean | null;
  readonly type: string;
  /** For developers; holds the date at which a session ended. */
  readonly message: string;
  /** What Graph wants shown to the user, in their language; empty where it says nothing. */
  readonly userMessage: string;
  /** Whether an upload host said it, which numbers nothing. */
  readonly ofUpload: boolean;
}

const nothing: GraphError = {
  code: null,
  subcode: null,
  transient: null,
  type: '',
  message: '',
  userMessage: '',
  ofUpload: false,
};

/** Reads an error from a body of any kind; null where there is none in it. */
export const readGraphError = (body: unknown): GraphError | null => {
  const enveloped = envelope.safeParse(body);
  if (enveloped.success) {
    const { error } = enveloped.data;
    const { code, type, message, error_subcode: subcode, is_transient: transient } = error;
    return {
      ...nothing,
      code,
      subcode,
      transient,
      type,
      message,
      userMessage: [error.error_user_title, error.error_user_msg].filter((words) => words !== '').join(': '),
    };
  }
  const refused = flat.safeParse(body);
  if (refused.success) {
    const { code, error_type: type, error_message: message } = refused.data;
    return { ...nothing, code, type, message };
  }
  const uploading = upload.safeParse(body);
  if (!uploading.success) return null;
  const { type, message, retriable } = uploading.data.debug_info;
  return { ...nothing, type, message, transient: retriable, ofUpload: true };
};
