/** What is logged: lines of this level and above. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
