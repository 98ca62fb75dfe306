throw new Error('A thread that cannot start.');
