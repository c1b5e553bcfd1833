/**
 * So long, in milliseconds, an idle connection is kept. Node's own five seconds are shorter than the pauses between
 * questions: each would connect anew, and one that is asked just as the time is up finds its connection reset.
 */
export const keepAliveTimeout = 75_000
