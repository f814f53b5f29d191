import type { BundleFile } from './bundleFile'
import type { DescribedFile } from './readmeFile'

/** A text file of the bundle with what it is, as a phrase of Markdown. */
export function describedFile(path: string, what: string, content: string): BundleFile & DescribedFile {
  return { path, what, content, mode: 0o644 }
}
