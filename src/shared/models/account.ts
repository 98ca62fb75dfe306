import { z } from 'zod';
import { accountId, workspaceId } from './ids.ts';
import { optionField } from './publish-option.ts';
import { instant } from './time.ts';

/** The name of a network as the registry spells it (`x`); `twitter` is accepted for `x`. */
export const platformName = z.string().min(1).max(32);

/** The places a network is spoken to at; overridable, so that a proxy or a test server can stand there. */
export const endpoints = z.object({
  authorize: z.url(),
  token: z.url(),
  revoke: z.url(),
  api: z.url(),
  upload: z.url(),
});
export type Endpoints = z.infer<typeof endpoints>;

/** What an account may be used for. */
export const feature = z.enum([
  'publish',
  'media',
  'comment',
  'delete',
  'metrics',
  'account_metrics',
  'mentions',
  'search',
]);

export const accountState = z.enum(['connected', 'needs_reconnect', 'disconnected']);

/** An account on a network, as shown to the user. Tokens never appear here. */
export const account = z.object({
  id: accountId,
  workspaceId,
  platform: platformName,
  remoteId: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** Where the host serves its picture, `/avatars/<id>?v=<hash>`; null while there is none on this machine. */
  avatarUrl: z.string().nullable(),
  profileUrl: z.string().nullable(),
  followers: z.int().nullable(),
  state: accountState,
  /** Why it needs the user, as an error code with its sentence; null while all is well. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Nothing is published before this instant: a limit of posting, a used-up quota, missing credits of its app. */
  pausedUntil: instant.nullable(),
  pauseReason: z.string().nullable(),
  scopes: z.array(z.string()),
  /** What the account may be used for; `why` says in a sentence why not. */
  features: z.array(z.object({ name: feature, available: z.boolean(), why: z.string().nullable() })),
  /** What may be chosen for a post at this account. */
  options: z.array(optionField),
  /** When the user must sign in again, since nothing renews the sign-in; null where that is not in sight. */
  signInEndsAt: instant.nullable(),
  practice: z.boolean(),
  /** True where the endpoints are not the network's own; the screen says so. */
  customEndpoints: z.boolean(),
  connectedAt: instant,
  lastCheckedAt: instant.nullable(),
  /** The IANA zone of those who read it; null: the workspace's. */
  audienceZone: z.string().nullable(),
  version: z.int(),
});
export type Account = z.infer<typeof account>;

/** What a line of a connection check is about; `network`: what only the network itself can tell. */
export const checkAbout = z.enum(['sign_in', 'permissions', 'network', 'limits', 'version', 'machine']);
export type CheckAbout = z.infer<typeof checkAbout>;

/** One line of a connection check: what was looked at, how it stands, how to mend it. */
export const checkLine = z.object({
  id: z.string(),
  about: checkAbout,
  status: z.enum(['ok', 'warning', 'problem']),
  text: z.string(),
  fix: z.string().nullable(),
});
export const connectionCheck = z.object({ at: instant, ok: z.boolean(), lines: z.array(checkLine) });
export type ConnectionCheck = z.infer<typeof connectionCheck>;

/** A network as the screens need it. Everything here is the platform folder's own answer. */
export const platformCard = z.object({
  name: platformName,
  title: z.string(),
  color: z.string(),
  /** An SVG path for a 24 x 24 view box. */
  iconPath: z.string(),
  textLimit: z.int(),
  supportsThreads: z.boolean(),
  maxMediaPerPart: z.int(),
  maxAltText: z.int(),
  /** What the user must know before registering anything: cost, approval, what a private app may do. */
  facts: z.array(z.string()),
  guide: z.array(
    z.object({ title: z.string(), text: z.string(), copy: z.array(z.string()), link: z.string().nullable() }),
  ),
  redirectUris: z.array(z.string()),
  /** How an account is connected, and what must be typed for it. */
  signIn: z.object({
    kind: z.enum(['browser', 'password']),
    /** Whether the user must register a developer app first. */
    needsApp: z.boolean(),
    /** The browser's address must be caught by a window of the app, or pasted. */
    intercepts: z.boolean(),
    server: z
      .object({ typed: z.enum(['host', 'handle']), example: z.string(), usual: z.string().nullable() })
      .nullable(),
    /** Where a password for apps is made; null where none is asked for. */
    passwordMadeAt: z.string().nullable(),
  }),
  /** What may be chosen for a post before an account is chosen; an account may narrow it. */
  options: z.array(optionField),
  /** Later parts go out as comments under the first, where the network has no threads but comments. */
  laterParts: z.enum(['thread', 'comments', 'none']),
  /** What media need to be fetched from a public address: they need a place to be put first. */
  fetchesMedia: z.enum(['none', 'images', 'all']),
  /** How a post looks there, for the preview. */
  preview: z.enum(['text', 'picture', 'video']),
  /** The network publishes by itself at a time; how far ahead, in milliseconds. Null where it does not. */
  nativeSchedule: z.object({ leastAheadMs: z.int(), mostAheadMs: z.int() }).nullable(),
  /** What no account there can be used for: the network does not offer it to apps, or OCMA makes no use of it. */
  lacks: z.array(z.string()),
  clientSecret: z.enum(['none', 'optional', 'required']),
});
export type PlatformCard = z.infer<typeof platformCard>;

/** The user's own developer app at a network; the secret is write-only. */
export const developerApp = z.object({
  platform: platformName,
  clientId: z.string(),
  hasSecret: z.boolean(),
  updatedAt: instant,
});
export type DeveloperApp = z.infer<typeof developerApp>;
