/** A mistake in a catalog entry: of its author, not of the user of the design. `place` names the entry and the part of it. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'

  constructor(
    readonly place: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(place === '' ? message : `${place}: ${message}`, options)
  }
}
