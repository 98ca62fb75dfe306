/** How SQLite syncs: at every commit (`FULL`, as the app does) or at checkpoints alone (`NORMAL`). */
export type Synchronous = 'FULL' | 'NORMAL';
