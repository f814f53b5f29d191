import 'server-only'
import type { OpenedCatalog } from '@/app/_server/catalog/openCatalog'
import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import type { Subject } from '@/lib/thread/operations/composeSubject'
import { inThread } from './inThread'

/** The text of a design, and the catalog that it is read with. */
export interface DesignText {
  document: string
  opened: OpenedCatalog
}

/** What a text comes to; without `composition` it is no design, or there was no time for it. Problems know their lines. */
export interface ComposedText {
  composition?: Composition
  problems: Problem[]
  /** what it was composed with: the versions that the design pins, else the newest */
  catalog: Catalog
}

/** Reads a design document and composes it. Problems: also those of `inThread`. */
export function composeText({ document, opened }: DesignText): Promise<ComposedText> {
  return composeInThread({ document }, opened)
}

/** Composes a text, or a design that was read from one. */
export async function composeInThread(subject: Subject, opened: OpenedCatalog): Promise<ComposedText> {
  const composed = await inThread('compose', subject, { opened })
  if (!composed.ok) return { problems: composed.problems, catalog: opened.catalogFor() }
  const { composition } = composed.value
  return { ...composed.value, catalog: opened.catalogFor(composition?.design.catalog) }
}
