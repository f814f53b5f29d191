import { posix } from 'node:path'

// The root of the repository is put deep below folders whose names nobody uses, so that what leads out of it can be told from an absolute
// path, such as that of a program.
const above = '/:above'

/** The root of the repository, wherever it is checked out. */
export const root = `${above.repeat(40)}/:root`

/** Whether a path leads above the root or beside it, or into a home or work folder of some machine. */
export function isOutside(path) {
  if (/^\/(work|root)(\/|$)|^\/(home|Users)\/[^/]/.test(path)) return true
  return path.startsWith(above) && path !== root && !path.startsWith(`${root}/`)
}

/** A path as the root sees it: `../beside/x`. */
export function fromRoot(path) {
  return path.startsWith(above) ? posix.relative(root, path) : path
}
