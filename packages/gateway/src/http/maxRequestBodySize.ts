/** Longest request that is read, in bytes: a statement of 100,000 characters fits many times over. */
export const maxRequestBodySize = 1024 * 1024
