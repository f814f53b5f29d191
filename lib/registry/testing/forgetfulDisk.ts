import { fstatSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Disk } from '@/lib/registry/store/disk'

/** What a power failure leaves of what was not synced: nothing, all of it, or some pages and names. */
export type Left = 'nothing' | 'all' | 'some'

/** of a disk, which writes one whole or not at all */
const pageBytes = 4096

/**
 * A disk that knows what was synced, and so what it would have after a power failure: of each file what was in it at its last sync, of each folder
 * the names at its last sync. `powerFailure` writes that into another folder.
 */
export class ForgetfulDisk implements Disk {
  readonly #folder: string
  readonly #contents = new Map<string, Buffer>()
  readonly #names = new Map<string, Map<string, string>>()
  /** told of all that is done to the disk, before it is done */
  onEvent: () => void = () => {}

  constructor(folder: string) {
    this.#folder = folder
  }

  beforeWrite(): void {
    this.onEvent()
  }

  syncFile(file: number, path: string): void {
    this.onEvent()
    this.#contents.set(keyOf(fstatSync(file, { bigint: true })), readFileSync(path))
  }

  async syncFileLater(file: number, path: string): Promise<void> {
    this.onEvent()
    const [key, content] = [keyOf(fstatSync(file, { bigint: true })), readFileSync(path)]
    await setImmediate()
    this.#contents.set(key, content)
    this.onEvent()
  }

  syncFolder(_folder: number, path: string): void {
    this.onEvent()
    this.#names.set(path, namesIn(path))
  }

  freeBytes(): number {
    return Number.MAX_SAFE_INTEGER
  }

  /** Writes what is left after a power failure at this moment. `random` chooses what of the unsynced is left, where some is. */
  powerFailure(into: string, left: Left, random: () => number): void {
    const chooses = (): boolean => left === 'all' || (left === 'some' && random() < 0.5)
    const write = (from: string, to: string) => {
      mkdirSync(to)
      const now = namesIn(from)
      const names = chooses() ? now : (this.#names.get(from) ?? new Map<string, string>())
      const pathsOfKeys = new Map([...now].map(([name, key]) => [key, join(from, name)]))
      for (const [name, key] of names) {
        const path = pathsOfKeys.get(key)
        if (path !== undefined && lstatSync(path).isDirectory()) {
          write(path, join(to, name))
        } else {
          const current = path === undefined ? undefined : readFileSync(path)
          writeFileSync(join(to, name), mix(this.#contents.get(key) ?? Buffer.alloc(0), current, chooses))
        }
      }
    }
    write(this.#folder, into)
  }
}

/** The content at the last sync, with those pages of the present that are chosen. The length is that of one of the two. */
function mix(synced: Buffer, current: Buffer | undefined, chooses: () => boolean): Buffer {
  if (current === undefined || current.equals(synced)) return synced
  const mixed = Buffer.alloc(chooses() ? current.length : synced.length)
  for (let at = 0; at < mixed.length; at += pageBytes) {
    const source = chooses() ? current : synced
    if (at < source.length) source.copy(mixed, at, at, Math.min(at + pageBytes, source.length, mixed.length))
  }
  return mixed
}

function namesIn(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, keyOf(lstatSync(join(folder, name), { bigint: true }))]))
}

/** A number of a file is given again to a later one, at another time. */
function keyOf({ ino, birthtimeNs }: { ino: bigint; birthtimeNs: bigint }): string {
  return `${ino} ${birthtimeNs}`
}
