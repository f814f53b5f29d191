/** A file or folder of the database as the WebAssembly module of PGlite sees it. */
export interface FileNode {
  name: string
  parent: FileNode
}

/** An open one, with the number that the system has for it. */
export interface OpenFile {
  node: FileNode
  nfd: number
}

type Operation = (...args: unknown[]) => unknown

/** The parts of PGlite's files in a folder that are changed here. They belong to one module, thus to one database. */
export interface MountedFiles {
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
export function mountedFiles(files: object): MountedFiles {
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
