import type { Notice } from '../shared/models/event.ts';
import type { TokenBroker } from './platforms/sign-in.ts';

/**
 * What a host supplies. The engine reaches time, randomness, the network, the keychain and the user only through
 * these, so that a test, the desktop and a headless box run the same engine.
 */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  /** Outgoing HTTP; only `http/` and the OpenAI port call it. */
  readonly fetch: typeof globalThis.fetch;
  readonly vaultKey: VaultKeyPort;
  readonly browser: BrowserPort;
  /** Exchanges tokens for a hosted app; left out where the user's own developer apps do. */
  readonly tokenBroker?: TokenBroker;
  readonly notifier: NotifierPort;
  readonly practiceServer: PracticeServerPort;
  readonly power: PowerPort;
  /** Left out where no program may be run, and in the worker threads. */
  readonly filmConverter?: FilmConverterPort;
  readonly paths: Paths;
  readonly log: Log;
  readonly host: HostFacts;
}

/** How a clock runs, as data: a test, every thread and the practice network can read the same one. */
export interface ClockSetting {
  /** The instant that the clock shows at `anchorMs` of the machine's own clock; epoch milliseconds. */
  readonly epochMs: number;
  readonly anchorMs: number;
  /** 1 is real time, 60 makes a minute of a second. */
  readonly rate: number;
}

export interface Clock {
  /** Epoch milliseconds UTC. */
  now(): number;
  /** Milliseconds since some start, never going back; for measuring. */
  monotonic(): number;
  /** Calls `run` once after `delayMs` of this clock; the returned function cancels. Delays over 30 s are the caller's error: read the wall clock anew instead. */
  setTimer(delayMs: number, run: () => void): () => void;
  readonly setting: ClockSetting;
}

export interface Random {
  /** Uniform in [0, 1). */
  fraction(): number;
  bytes(count: number): Uint8Array;
}

/** The one 256-bit key that seals every secret. It lives in the OS keychain or comes from a passphrase. */
export interface VaultKeyPort {
  readonly kind: 'keychain' | 'passphrase' | 'none';
  /**
   * The key if it is at hand without asking anybody; null while locked or absent. Creates it in the keychain at `create`.
   * With a `salt` the data file is sealed by a passphrase: the key is derived from the one given from outside, if any.
   */
  load(options: { create: boolean; salt?: Uint8Array }): Promise<Uint8Array | null>;
  /** Derives the key from a passphrase and keeps it for this run; the salt and a check value live in the database. */
  derive(passphrase: string, salt: Uint8Array): Promise<Uint8Array>;
}

export interface BrowserPort {
  /** Whether a browser on this machine can be opened. */
  readonly available: boolean;
  open(url: string): Promise<void>;
  /**
   * Shows the address in a window of the app, which leads over `hosts` only, and answers what the network brought to
   * `address` before that is loaded; null where the user closed the window or `signal` fired. Left out where there is none.
   */
  intercept?(
    url: string,
    route: { readonly address: string; readonly hosts: readonly string[]; readonly signal: AbortSignal },
  ): Promise<URLSearchParams | null>;
}

export interface NotifierPort {
  notify(notice: Notice): void;
}

/** The machine's sleep. */
export interface PowerPort {
  /** Whether this machine can be kept awake from here. */
  readonly available: boolean;
  /** Keeps it awake until the returned function is called. */
  keepAwake(): () => void;
  /** Told when the machine wakes up, where the host can tell; the returned function ends that. */
  onResume(listener: () => void): () => void;
}

/** A program of this machine that converts films. It is found where it is installed, and never fetched. */
export interface FilmConverterPort {
  /** Looks anew at each call; null where nothing is installed that can write H.264. */
  find(): Promise<FilmConverter | null>;
}

export interface FilmConverter {
  /** As the program itself names it, such as `5.1.9`. */
  readonly version: string;
  /** Where it is. */
  readonly path: string;
  /**
   * Makes an MP4 of a film, at a lower priority than the app's. The output is there only if the answer is `done`; its
   * content is not to be trusted more than that of any other file.
   */
  convert(job: FilmJob): Promise<'done' | 'stopped' | 'failed'>;
}

export interface FilmJob {
  readonly from: string;
  /** How the film is packed; read from its bytes, and never guessed again. */
  readonly container: 'mp4' | 'webm';
  /** A file that is not there yet. */
  readonly to: string;
  /** Takes the picture over as it is, where it is H.264 already. */
  readonly keepsPicture: boolean;
  /** Takes the sound over as it is, where it is AAC already. */
  readonly keepsSound: boolean;
  readonly signal: AbortSignal;
  /** How much of the film is done, in milliseconds of it. */
  readonly onProgress: (doneMs: number) => void;
}

/** Starts the practice network's process; the engine never knows its code. */
export interface PracticeServerPort {
  /** Resolves with its base URL, the running one's if it runs. */
  start(clock: ClockSetting): Promise<{ url: string }>;
  stop(): Promise<void>;
  /** Base URL while it runs, else null. */
  readonly url: string | null;
}

export interface Paths {
  /** The data directory: database, media, backups, logs. */
  readonly data: string;
  /**
   * The user's own directory for small state, outside of the data directory: what remembers how far an installation had
   * come when its data directory is rolled back. Left out where there is none.
   */
  readonly state?: string;
  /** The folder of the numbered .sql files. */
  readonly migrations: string;
  /** The file of a worker thread's entry, for source and bundle alike. */
  worker(name: WorkerName): string;
}

export type WorkerName = 'publisher' | 'background' | 'converter' | 'learner';

/** What is put where a network can fetch it; bytes are read piece by piece. */
export interface HostedSource {
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mimeType: string;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export type Hosted<Answer> =
  | ({ readonly ok: true } & Answer)
  /** `denied`: the key or the address is not right; `unreachable`: try again later. `detail` holds no secret. */
  | { readonly ok: false; readonly why: 'denied' | 'unreachable' | 'locked'; readonly detail: string };

/** A public place for media that networks fetch by themselves. Keys are chosen by the caller, so that it can note them first. */
export interface MediaHost {
  /** Names the place, so that what lies elsewhere is not looked for here. */
  readonly place: string;
  /** Puts it there, over what was there before. */
  put(key: string, source: HostedSource): Promise<Hosted<object>>;
  /** An address that anybody can fetch it from until `expiresAt` (epoch ms), at least an hour from now. */
  address(key: string): Promise<Hosted<{ readonly url: string; readonly expiresAt: number }>>;
  /** Also fine where it is not there. */
  remove(key: string): Promise<Hosted<object>>;
}

/** Structured logging; pino's own signature, redaction is set up where the logger is made. */
export interface Log {
  debug(details: Record<string, unknown>, message: string): void;
  info(details: Record<string, unknown>, message: string): void;
  warn(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
}

export interface HostFacts {
  readonly kind: 'desktop' | 'web' | 'command_line';
  readonly version: string;
  /** What names this machine and no other; left out where it is not known, and then no copy is told from its original by it. */
  readonly machine?: string;
  /** Endpoint overrides from outside (`OCMA_ENDPOINTS`), by platform and endpoint name. */
  readonly endpoints: Readonly<Record<string, Partial<Record<EndpointName, string>>>>;
  /** Developer apps from outside (`OCMA_X_CLIENT_ID`, `OCMA_X_CLIENT_SECRET`), by platform. */
  readonly developerApps: Readonly<Record<string, { clientId: string; clientSecret?: string }>>;
}

export type EndpointName = 'authorize' | 'token' | 'revoke' | 'api' | 'upload';
