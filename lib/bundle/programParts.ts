import type { BundleFile } from './bundleFile'
import type { DescribedFile } from './readmeFile'

/** What a bundle has for one worker program: files to start it with, and the part of the README that says how. */
export interface ProgramParts {
  files: (BundleFile & DescribedFile)[]
  /** sections of Markdown */
  readme: string[]
}
