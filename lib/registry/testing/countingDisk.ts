import { setImmediate } from 'node:timers/promises'
import type { Disk } from '@/lib/registry/store/disk'

/** A disk that counts its syncs instead of doing them, and whose room and faults a test decides. */
export class CountingDisk implements Disk {
  syncs = { file: 0, later: 0, folder: 0 }
  /** bytes that are free, as it says */
  free = 300 * 1024 * 1024
  /** told of each write, and may throw */
  onWrite: (path: string) => void = () => {}
  /** told of each sync that everything waits for */
  onSync: (path: string) => void = () => {}
  /** syncs that are asked for meanwhile wait for this */
  hold: Promise<void> | undefined
  /** syncs fail with this */
  fault: Error | undefined
  #asked: () => void = () => {}

  reset(): void {
    this.syncs = { file: 0, later: 0, folder: 0 }
  }

  /** Resolves when the next sync is asked for. */
  asked(): Promise<void> {
    return new Promise((resolve) => {
      this.#asked = resolve
    })
  }

  beforeWrite(path: string): void {
    this.onWrite(path)
  }

  syncFile(_file: number, path: string): void {
    this.syncs.file++
    this.onSync(path)
  }

  async syncFileLater(): Promise<void> {
    this.syncs.later++
    this.#asked()
    await setImmediate()
    await this.hold
    if (this.fault !== undefined) throw this.fault
  }

  syncFolder(): void {
    this.syncs.folder++
  }

  freeBytes(): number {
    return this.free
  }
}
