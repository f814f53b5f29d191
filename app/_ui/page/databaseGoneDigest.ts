/** What a browser is told of an error instead of its message. */
export const databaseGoneDigest = 'database-gone'
