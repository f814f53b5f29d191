/** One file of a bundle. Paths are relative, with `/`; content is text, written as UTF-8. */
export interface BundleFile {
  path: string
  content: string
  /** permissions: executable or not */
  mode: 0o644 | 0o755
}
