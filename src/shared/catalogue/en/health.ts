/** Words of the health screen; its sentences come from the engine. */
export const health = {
  title: 'Health',
  status: { green: 'All well', amber: 'Worth a look', red: 'Needs you' },
  line: { ok: 'Well', warning: 'Worth a look', problem: 'Problem' },
  publisher: {
    label: 'Publisher',
    running: 'Publishing is running.',
    paused: 'Publishing is paused.',
    stopped: 'Publishing has stopped.',
    restarting: 'Publishing is starting again.',
  },
  lines: 'What was looked at',
  calls: {
    title: 'What left this machine in the last 24 hours',
    text: 'Every call to a network, and nothing else, leaves this machine. Texts and tokens are never kept in this list.',
    network: 'Network',
    operation: 'What for',
    count: 'Calls',
    failures: 'Failed',
    cost: 'Cost',
    last: 'Last',
    total: 'All together',
    free: 'free',
    empty: {
      title: 'Nothing has left this machine',
      text: 'In the last 24 hours OCMA has called no network.',
    },
  },
  updated: 'Looked {{when}}',
  again: 'Look again',
  resume: 'Resume publishing',
  error: 'OCMA could not be asked how it is doing.',
} as const;
