import type { Readable } from 'node:stream';
import type { Change } from '../shared/models/event.ts';
import type { WorkspaceId } from '../shared/models/ids.ts';
import type { Media } from '../shared/models/media.ts';
import { createAccountHandlers } from './accounts/handlers.ts';
import { openPicture } from './accounts/picture-files.ts';
import type { OpenPicture } from './accounts/picture-files.ts';
import { ensureRenewals } from './accounts/renewal-job.ts';
import { createScriptConnect } from './accounts/script-connect.ts';
import { ensureDailyCopy } from './copies/daily-job.ts';
import { ensureAudienceReadings } from './audience/audience-job.ts';
import { createAudienceHandlers } from './audience/handlers.ts';
import { createCopiesHandlers } from './copies/handlers.ts';
import { createAssist } from './content/assist/assist.ts';
import { createAssistHandlers } from './content/assist/handlers.ts';
import { createContentHandlers } from './content/handlers.ts';
import { createModelHandlers } from './content/model-handlers.ts';
import { topicsOf } from './content/topics.ts';
import { createTextReading } from './content/text-reading.ts';
import { welcomeConnected } from './connected.ts';
import { contentDepsOf } from './content-of-core.ts';
import { databaseFile } from './core.ts';
import type { Core } from './core.ts';
import { ensureClosing } from './experiments/close-job.ts';
import { createExperimentHandlers } from './experiments/handlers.ts';
import { experimentDepsOf } from './experiments-of-core.ts';
import { settleAbandoned } from './http/spending.ts';
import { createImportsHandlers } from './imports/handlers.ts';
import { createFilmConversions } from './media/convert-film.ts';
import { readTable } from './imports/table/read-table.ts';
import { learningDepsOf } from './learning-of-core.ts';
import { createLearningHandlers } from './learning/handlers.ts';
import { ensureLearning } from './learning/learn-job.ts';
import { learnSoon } from './learning/learning-run.ts';
import { discardLeftovers } from './media/files.ts';
import { ensureCompetitorReadings } from './listening/competitor-job.ts';
import { createListeningHandlers } from './listening/handlers.ts';
import { createMediaHandlers } from './media/handlers.ts';
import { inspect } from './media/inspect.ts';
import { createMediaLibrary } from './media/library.ts';
import type { OpenMedia } from './media/library.ts';
import { createMediaHostHandlers } from './media-host/handlers.ts';
import { createMetricsHandlers } from './metrics/handlers.ts';
import { ensureReadings } from './metrics/schedule-readings.ts';
import { setEndpointOverride } from './oauth/endpoint-override.ts';
import { endOpenFlows } from './oauth/flow-rows.ts';
import { createFlows } from './oauth/flows.ts';
import { releaseAllLeases } from './oauth/refresh-lease.ts';
import { createSystemHandlers } from './operations/system-handlers.ts';
import { createPlanningHandlers } from './planning/handlers.ts';
import { planningDepsOf } from './planning-of-core.ts';
import { postsDepsOf } from './posts-of-core.ts';
import { hasRisks } from './posts/looking-ahead/risk-store.ts';
import { ensureLookingAhead } from './posts/looking-ahead/look-ahead-job.ts';
import { heldDeliveries, leaveToUser } from './posts/held/held-deliveries.ts';
import { askForHandedOver, driveAbandoned } from './posts/drive-abandoned.ts';
import { lookWhileHeld } from './posts/held/settle-held-job.ts';
import { createPostHandlers } from './posts/post-handlers.ts';
import type { PostsDeps } from './posts/posts-deps.ts';
import { ensureClearing } from './posts/publish/clear-hosted-job.ts';
import { createQueueHandlers } from './posts/queue-handlers.ts';
import { resumeAllReconnected } from './posts/queue/reconnected.ts';
import { resolveTimesAnew } from './posts/resolve-anew.ts';
import { createSlotTimes } from './posts/slot-times.ts';
import { zoneOf } from './posts/slots.ts';
import { movedByZoneRules } from './posts/zone-rules.ts';
import { createPowerHandlers } from './power/handlers.ts';
import { createKeepAwake } from './power/keep-awake.ts';
import type { KeepAwakeDeps } from './power/keep-awake.ts';
import { createPracticeHandlers, resumePractice } from './practice/handlers.ts';
import type { PracticeDeps } from './practice/practice-deps.ts';
import { ensureExtending } from './recurrences/extend-job.ts';
import { createRecurrenceHandlers } from './recurrences/handlers.ts';
import { resolveRecurrencesAnew } from './recurrences/resolve-anew.ts';
import { recurrenceDepsOf } from './recurrences-of-core.ts';
import type { ContractHandlers } from './router.ts';
import { createScriptsHandlers } from './scripts/handlers.ts';
import { readAppSettings } from './settings/app-settings.ts';
import { createSettingsHandlers } from './settings/handlers.ts';
import { writeInitialSettings } from './settings/workspace-settings.ts';
import { ensureUpkeep } from './upkeep/upkeep-job.ts';
import type { Words } from './words.ts';
import type { ThreadState } from './workers/supervisor.ts';
import { createTimingHandlers } from './timing/handlers.ts';
import { nextInstants } from './timing/model/slot.ts';
import { createWorkspace, ensureFirstWorkspace } from './workspaces/create-workspace.ts';
import type { WorkspacesDeps } from './workspaces/create-workspace.ts';
import { createWorkspacesHandlers } from './workspaces/handlers.ts';
import { resolveWorkspace } from './workspaces/resolve-workspace.ts';
import { findPracticeWorkspace } from './workspaces/workspace-store.ts';

/** What the main thread serves, and what runs beside it. */
export interface Features {
  readonly handlers: ContractHandlers;
  readonly posts: PostsDeps;
  readonly words: Words;
  readonly resolveWorkspace: (given: string | null) => WorkspaceId;
  readonly putMedia: (
    workspaceId: string | null,
    fileName: string,
    bytes: Readable,
    madeFrom: string | null,
  ) => Promise<Media>;
  readonly openMedia: (id: string) => OpenMedia | null;
  readonly openPicture: (accountId: string) => OpenPicture | null;
  /** What happens once at the start of the main thread, before the others: the owner of before may have died at anything. */
  begin(): Promise<void>;
  /**
   * Starts the practice network where it ran before; resolves when its accounts point at it, or it has failed. Null
   * where there is nothing to start.
   */
  resumePractice(): Promise<void> | null;
  end(): Promise<void>;
}

/** What only the main thread's features ask of the engine. */
export interface MainThread {
  /** Ends everything on the data file, lets `work` put another one in its place, and starts again. */
  readonly replaceData: (work: () => Promise<void>) => Promise<void>;
  readonly threadState: () => ThreadState;
  /** Tells the listener what any thread has changed, after it was committed. */
  readonly onChanged: (listener: (changes: readonly Change[]) => void) => void;
}

/** Changes that may mend what keeps a post from going out. */
const mending = ['account', 'settings', 'media', 'health'] as const;

/** Puts the features together: what one needs of another is a function handed over here. */
export function createFeatures(core: Core, main: MainThread): Features {
  const { db, ports } = core;
  const posts = postsDepsOf(core);
  const workspaces: WorkspacesDeps = {
    ...core,
    initialSettings: (workspace) => writeInitialSettings(db, workspace, ports.clock.now()),
  };
  const practice: PracticeDeps = {
    ...core,
    findPracticeWorkspace: () => findPracticeWorkspace(db),
    createPracticeWorkspace: (given) => createWorkspace(workspaces, { ...given, kind: 'practice' }),
    setEndpointOverride: (workspaceId, platform, endpoints) =>
      void setEndpointOverride(core, workspaceId, core.platformOf(platform), endpoints),
  };
  const library = createMediaLibrary(core);
  const flows = createFlows({
    ...core.http,
    ...core,
    browser: ports.browser,
    emit(change) {
      core.changed(change);
      welcomeConnected(core, posts, change);
    },
  });
  const accountsDeps = { ...core, flows };
  const accounts = createAccountHandlers(accountsDeps);
  const films = createFilmConversions(core, library);
  const media = createMediaHandlers(core, library, films);
  const timing = createTimingHandlers(core);
  const learning = learningDepsOf(core);
  const metrics = createMetricsHandlers({
    ...core,
    readTable,
    zoneOf: (workspaceId) => zoneOf(posts, workspaceId),
    historyGrew: () => learnSoon(learning),
  });
  const content = contentDepsOf(core);
  const assist = createAssist(content);
  const postHandlers = createPostHandlers(posts);
  const recurrences = recurrenceDepsOf(core);
  const experiments = experimentDepsOf(core);
  const power: KeepAwakeDeps = {
    ...core,
    setting: () => readAppSettings(core).keepAwake,
    nextChanged: (next) =>
      core.changed({ topic: 'power', workspaceId: next?.workspaceId ?? null, id: next?.deliveryId ?? null }),
  };
  const awake = createKeepAwake(power);
  let resumed = (): void => undefined;
  main.onChanged((changes) => {
    if (!db.open) return;
    const touched = new Set(changes.map(({ topic }) => topic));
    if (touched.has('delivery') || touched.has('settings')) awake.look();
    // What kept a post back may be mended by now.
    if (mending.some((topic) => touched.has(topic)) && hasRisks(db)) ensureLookingAhead(posts);
  });

  return {
    posts,
    words: core.words,
    resolveWorkspace: (given) => resolveWorkspace(db, given),
    putMedia: (workspaceId, fileName, bytes, madeFrom) =>
      library.put(resolveWorkspace(db, workspaceId), fileName, bytes, madeFrom),
    openMedia: (id) => library.open(id),
    openPicture: (accountId) => openPicture(db, ports.paths.data, accountId),
    handlers: {
      system: createSystemHandlers({
        ...core,
        ...main,
        movedByZoneRules: (since) => movedByZoneRules(db, null, since),
        firstRunDone: () => readAppSettings(core).firstRunDone,
      }),
      settings: {
        ...createSettingsHandlers(core),
        ...createMediaHostHandlers(core),
        ...createModelHandlers(content),
      },
      workspaces: createWorkspacesHandlers(workspaces),
      accounts,
      posts: postHandlers,
      planning: createPlanningHandlers(planningDepsOf(core, posts, timing)),
      queue: createQueueHandlers(posts),
      recurrences: createRecurrenceHandlers(recurrences),
      experiments: createExperimentHandlers(experiments),
      copies: createCopiesHandlers({
        ...core,
        ...main,
        file: databaseFile(ports.paths.data),
        heldDeliveries: (limit) => heldDeliveries(posts, limit),
        leaveToUser: (actor) => leaveToUser(posts, actor),
      }),
      content: createContentHandlers(content, assist),
      assist: createAssistHandlers(content, assist),
      media,
      metrics,
      timing,
      learning: createLearningHandlers(learning),
      listening: createListeningHandlers({ ...core, topicsOf }),
      audience: createAudienceHandlers({
        ...core,
        ...createTextReading(),
        nextTime: (slot, zone, after) => nextInstants(slot, zone, after, 1)[0],
      }),
      imports: createImportsHandlers({
        ...posts,
        slotTimes: (workspaceId, rules, taken) => createSlotTimes(posts, workspaceId, rules, taken),
        hasMediaHost: (workspaceId) => posts.mediaHostOf(workspaceId) !== null,
        inspectFile: async (path) => (await inspect(path, { words: core.words, fileName: path })).facts,
        addFile: (caller, path) => media.addFile(caller, { path }),
        createAndSchedule: (caller, post) => void postHandlers.createAndSchedule(caller, post),
      }),
      power: createPowerHandlers(power, awake),
      practice: createPracticeHandlers(practice),
      scripts: createScriptsHandlers({
        ...core,
        connect: createScriptConnect(accountsDeps),
        accounts: (caller) => accounts.list(caller, {}),
        accountMetrics: metrics.accounts,
        postMetrics: (caller, about) => metrics.posts(caller, { ...about, sort: 'newest', limit: 500 }),
        bestTimes: timing.best,
        createPost: postHandlers.insert,
        scheduleAt: postHandlers.scheduleAt,
        getPost: postHandlers.get,
        zoneOf: (caller) => zoneOf(posts, caller.workspaceId),
      }),
    },
    async begin() {
      settleAbandoned(db);
      releaseAllLeases(db);
      endOpenFlows(db);
      await discardLeftovers(ports.paths.data);
      ensureFirstWorkspace(workspaces, Intl.DateTimeFormat().resolvedOptions().timeZone);
      const abandoned = driveAbandoned(posts);
      if (abandoned > 0) ports.log.warn({ abandoned }, 'posts on their way had no work that drives them');
      askForHandedOver(posts);
      ensureClearing(posts);
      const moved = resolveTimesAnew(posts);
      if (moved > 0)
        ports.log.info({ moved }, 'the time-zone data changed: waiting posts keep their wall-clock time');
      resolveRecurrencesAnew(recurrences);
      ensureExtending(recurrences);
      ensureClosing(experiments);
      await resumeAllReconnected(posts);
      ensureReadings(core);
      ensureCompetitorReadings(core);
      ensureAudienceReadings(core);
      ensureUpkeep(core);
      ensureLearning(learning);
      ensureRenewals(core);
      ensureDailyCopy({ ...core, file: databaseFile(ports.paths.data) });
      lookWhileHeld(core);
      ensureLookingAhead(posts);
      awake.start();
      // A timer sleeps with the machine: what became due meanwhile is looked for at once.
      resumed = ports.power.onResume(() => {
        core.wake('publisher');
        core.wake('background');
      });
    },
    resumePractice: () => resumePractice(practice),
    async end() {
      resumed();
      awake.stop();
      await films.end();
      await flows.stop();
    },
  };
}
