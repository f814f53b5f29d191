import { closeSync, openSync } from 'node:fs'
import type { Disk } from './disk'

/**
 * The write-ahead log between being written and being on the disk. PostgreSQL asks for a sync at each commit and goes on at once; whoever waits
 * for the commit waits for `done`, with all others who wait at that moment: one sync of the disk is for all of them, and holds up nobody else.
 *
 * Until then nothing but the log may change: `now` comes before every other change of a file. A sync that has failed is never tried again,
 * since the system then no longer knows what it had to write.
 */
export class LogSync {
  readonly #disk: Disk
  readonly #asked = new Set<string>()
  #syncing: readonly string[] = []
  #newest: Promise<void> | undefined
  #waiting: Promise<void> | undefined
  #failed: { error: unknown } | undefined

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** A segment of the log has to be on the disk before anybody is told of what is in it. */
  ask(path: string): void {
    this.#asked.add(path)
  }

  /** Has everything that was asked for on the disk when it returns. */
  now(): void {
    if (this.#failed !== undefined) throw this.#failed.error
    if (this.#asked.size === 0 && this.#syncing.length === 0) return
    for (const path of new Set([...this.#asked, ...this.#syncing])) {
      const file = openSync(path, 'r+')
      try {
        this.#disk.syncFile(file, path)
      } catch (error) {
        this.#failed = { error }
        throw error
      } finally {
        closeSync(file)
      }
    }
    this.#asked.clear()
  }

  /** Resolves when everything that was asked for until now is on the disk; rejects where that cannot be known. */
  async done(): Promise<void> {
    if (this.#failed !== undefined) throw this.#failed.error
    if (this.#asked.size === 0) return this.#newest
    if (this.#waiting === undefined) {
      this.#waiting = this.#sync(this.#newest)
      this.#newest = this.#waiting
    }
    return this.#waiting
  }

  async #sync(previous: Promise<void> | undefined): Promise<void> {
    await previous
    this.#waiting = undefined
    // opened at once: a segment may get another name meanwhile
    const files = [...this.#asked].map((path) => ({ path, file: openSync(path, 'r+') }))
    this.#asked.clear()
    this.#syncing = files.map(({ path }) => path)
    try {
      await Promise.all(files.map(({ path, file }) => this.#disk.syncFileLater(file, path)))
    } catch (error) {
      this.#failed = { error }
      throw error
    } finally {
      this.#syncing = []
      for (const { file } of files) closeSync(file)
    }
  }
}
