import { z } from 'zod';

/**
 * Ids are opaque strings made by the engine, sortable by creation time. The brand keeps an account's id from being
 * handed over where a post's is wanted; at run time they are plain strings.
 */
const id = z.string().min(1).max(64);

export const workspaceId = id.brand<'WorkspaceId'>();
export type WorkspaceId = z.infer<typeof workspaceId>;

export const accountId = id.brand<'AccountId'>();
export type AccountId = z.infer<typeof accountId>;

export const postId = id.brand<'PostId'>();
export type PostId = z.infer<typeof postId>;

export const deliveryId = id.brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof deliveryId>;

export const mediaId = id.brand<'MediaId'>();
export type MediaId = z.infer<typeof mediaId>;

export const flowId = id.brand<'FlowId'>();
export type FlowId = z.infer<typeof flowId>;

export const recurrenceId = id.brand<'RecurrenceId'>();
export type RecurrenceId = z.infer<typeof recurrenceId>;

export const categoryId = id.brand<'CategoryId'>();
export type CategoryId = z.infer<typeof categoryId>;
export const experimentId = id.brand<'ExperimentId'>();
export type ExperimentId = z.infer<typeof experimentId>;
export const competitorId = id.brand<'CompetitorId'>();
export type CompetitorId = z.infer<typeof competitorId>;
