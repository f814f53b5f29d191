import { fstatSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { type Disk, syncFolder } from './disk'
import { FreeSpace, isLogSegment, logFolder } from './freeSpace'
import { LogSync } from './logSync'

/** A file or folder of the database as the WebAssembly module of PGlite sees it. */
interface FileNode {
  name: string
  parent: FileNode
}

/** An open one, with the number that the system has for it. */
interface OpenFile {
  node: FileNode
  nfd: number
}

type Operation = (...args: unknown[]) => unknown

/** The parts of PGlite's files in a folder that are changed here. They belong to one module, thus to one database. */
interface MountedFiles {
  realPath(node: FileNode): string
  /** Makes what Node throws an error of the module, which PostgreSQL reads as its `errno`. */
  tryFSOperation<T>(work: () => T): T
  stream_ops: {
    fsync?: (stream: OpenFile) => number
    write(stream: OpenFile, buffer: Int8Array | Uint8Array, offset: number, length: number, position: number): number
    setattr(stream: OpenFile, attributes: unknown): unknown
  }
  node_ops: Record<'setattr' | 'mknod' | 'rename' | 'unlink' | 'rmdir' | 'symlink', Operation>
}

/** The files of a module. Throws where a release of PGlite has made them otherwise: nothing may be taken for durable then. */
function mountedFiles(files: object): MountedFiles {
  if (!isMountedFiles(files)) throw new Error('the files of this release of PGlite cannot be made durable')
  return files
}

function isMountedFiles(files: object): files is MountedFiles {
  const { realPath, tryFSOperation, stream_ops: streams, node_ops: nodes } = Object(files)
  const { write, setattr } = Object(streams)
  const { setattr: set, mknod, rename, unlink, rmdir, symlink } = Object(nodes)
  const used = [realPath, tryFSOperation, write, setattr, set, mknod, rename, unlink, rmdir, symlink]
  return used.every((it) => typeof it === 'function')
}

type Module = PGlite['Module']

/** As PostgreSQL extends its files, by pages of zeros. */
const zeros = Buffer.alloc(128 * 1024)

/**
 * The files of an embedded database. Those of PGlite ignore that PostgreSQL asks for a sync; these pass it on to the disk: at once where a
 * checkpoint or a new file asks for it, and beside other work for the log (`LogSync`), which is on the disk before anything else changes.
 * They also refuse growth while there still is room for the log.
 */
export class DurableFiles extends NodeFS {
  readonly log: LogSync
  readonly space: FreeSpace
  readonly #disk: Disk
  readonly #folder: string
  /** whether what PostgreSQL asks for is done: a database that is still being made is synced as a whole, when it is made */
  #passesOn: boolean
  /** called when the module is loaded, before it has done anything */
  whenLoaded: (() => void) | undefined

  constructor(folder: string, disk: Disk, { isNew }: { isNew: boolean }) {
    super(folder)
    this.#disk = disk
    this.#folder = folder
    this.#passesOn = !isNew
    this.log = new LogSync(disk)
    this.space = new FreeSpace(folder, disk)
  }

  override async init(pg: PGlite, options: Partial<Module>): Promise<{ emscriptenOpts: Partial<Module> }> {
    const { emscriptenOpts } = await super.init(pg, options)
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: Module) => this.#passOn(mountedFiles(module.NODEFS))]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }

  override async initialSyncFs(): Promise<void> {
    this.whenLoaded?.()
  }

  /** Has all of a new database on the disk; from now on what PostgreSQL asks for is done. */
  async finish(): Promise<void> {
    this.#passesOn = true
    await syncFolder(this.#folder, this.#disk)
  }

  #passOn(files: MountedFiles): void {
    const { stream_ops: streams, node_ops: nodes } = files
    const { write, setattr } = streams
    streams.fsync = (stream) => files.tryFSOperation(() => this.#sync(stream, files.realPath(stream.node)))
    streams.write = (stream, buffer, offset, length, position) => {
      files.tryFSOperation(() => {
        const bytes = Buffer.from(buffer.buffer, buffer.byteOffset + offset, length)
        this.#beforeWrite(stream, files.realPath(stream.node), bytes, position)
      })
      return write(stream, buffer, offset, length, position)
    }
    streams.setattr = (stream, attributes) => {
      files.tryFSOperation(() => this.log.now())
      return setattr(stream, attributes)
    }
    for (const name of ['setattr', 'mknod', 'rename', 'unlink', 'rmdir', 'symlink'] as const) {
      const operation = nodes[name]
      nodes[name] = (...args) => {
        files.tryFSOperation(() => this.log.now())
        return operation(...args)
      }
    }
  }

  #sync(stream: OpenFile, path: string): number {
    if (!this.#passesOn) return 0
    if (isSegment(stream)) {
      this.log.ask(path)
    } else {
      this.log.now()
      if (fstatSync(stream.nfd).isDirectory()) this.#disk.syncFolder(stream.nfd, path)
      else this.#disk.syncFile(stream.nfd, path)
    }
    return 0
  }

  #beforeWrite(stream: OpenFile, path: string, bytes: Buffer, position: number): void {
    if (isSegment(stream)) {
      this.space.writesLog(stream.node.name, position + bytes.length)
    } else if (stream.node.parent.name !== logFolder) {
      const grows = position >= fstatSync(stream.nfd).size
      if (grows && isOfTable(stream) && !this.space.mayGrow) throw noRoom(path)
      // a page of zeros at the end is nothing that the log would have to know of
      if (!grows || !zeros.subarray(0, bytes.length).equals(bytes)) this.log.now()
    }
    this.#disk.beforeWrite(path, bytes.length)
  }
}

function isSegment({ node }: OpenFile): boolean {
  return node.parent.name === logFolder && isLogSegment(node.name)
}

/** Whether PostgreSQL only refuses a statement when this cannot grow: tables, indexes, what sorts and large answers are put into meanwhile. */
function isOfTable({ node }: OpenFile): boolean {
  return node.parent.parent.name === 'base'
}

/** The error of Node for a full disk, which PostgreSQL is told of. */
function noRoom(path: string): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), { code: 'ENOSPC' })
}
