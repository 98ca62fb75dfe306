import type { ClockSetting } from '../../../src/engine/ports.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { OptionValues } from '../../../src/shared/models/publish-option.ts';
import type { App } from '../app.ts';
import type { Ability, ScenarioName, WrittenPart } from '../scenarios.ts';
import type { Weather } from '../spec.ts';

/** A post that the network has accepted, as the network's own log says. */
export interface AcceptedPost {
  /** The network's id of the account. */
  readonly account: string;
  readonly id: string;
  /** As it was sent, whatever the network made of it. */
  readonly text: string;
  readonly media: number;
  readonly inReplyTo: string | null;
}

/** A network whose truth a harness can read and whose faults it can switch on. */
export interface CrashNetwork {
  readonly platform: string;
  /** Whether it gives a proof of what became of an interrupted send; where it does, `unknown` is an error. */
  proves(scenario: ScenarioName): boolean;
  readonly abilities: readonly Ability[];
  /** A post is prepared there first, which takes its time. */
  readonly stages: boolean;
  /** What pictures it is given. */
  readonly pictures: 'png' | 'jpeg';
  /** User names of those whose accounts are connected. */
  readonly people: readonly [string, string, string];
  /** Every later part stands under the first one, not under the one before it. */
  readonly isFlat: boolean;
  /** A scenario's post as the network takes it. */
  fitted(parts: readonly WrittenPart[]): readonly WrittenPart[];
  /** What must be chosen for such a post that goes to so many accounts. */
  optionsFor(parts: readonly WrittenPart[], accounts: number): OptionValues;
  /** Starts on this directory, which holds its state, with this clock. */
  start(directory: string, clock: ClockSetting): Promise<RunningNetwork>;
}

export interface RunningNetwork {
  readonly url: string;
  setClock(clock: ClockSetting): Promise<void>;
  weather(weather: Weather): Promise<void>;
  /** Every post there is, oldest first. */
  truth(): Promise<readonly AcceptedPost[]>;
  /** Connects this person's account, or connects it again. */
  connect(
    app: App,
    about: { workspaceId: WorkspaceId; platform: string; person: string; reconnect?: AccountId },
  ): Promise<AccountId>;
  stop(): Promise<void>;
}
