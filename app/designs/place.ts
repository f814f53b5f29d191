/** A place in a document: keys of maps and indexes of lists. */
export type Place = (string | number)[]
