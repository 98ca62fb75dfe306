import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errorStatus } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import { workspaceId } from '../models/ids.ts';

/** What travels with every error: the words for the user and, where it helps, structured details. */
export const errorData = z.object({
  message: z.string(),
  fix: z.string().nullable(),
  details: z.unknown().optional(),
});

type ErrorMap = { [Code in ErrorCode]: { status: (typeof errorStatus)[Code]; data: typeof errorData } };

const errorMap = Object.fromEntries(
  Object.entries(errorStatus).map(([code, status]) => [code, { status, data: errorData }]),
) as ErrorMap;

/** Every procedure starts here, so that every procedure may answer with every error of the table. */
export const procedure = oc.errors(errorMap);

/**
 * The workspace a call is about. Without one: the first real workspace that has an account, else the practice
 * workspace, else the first real one.
 */
export const scope = z.object({ workspaceId: workspaceId.optional() });

/** One page of a list; `cursor` of the answer asks for the next. */
export const page = z.object({ cursor: z.string().optional(), limit: z.int().min(1).max(500).default(100) });

export const nothing = z.object({});
