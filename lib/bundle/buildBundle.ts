import { canonicalJson, type JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { type BundleFile, type BundleVersions, describedFile, manifestFile } from './bundleFile'
import { environmentReferences, isVariableName } from './environmentFile'
import { exampleTasks } from './exampleTasks'
import { programBundle } from './programBundle'
import { type DescribedFile, readmeFile } from './readmeFile'

type Entry = BundleFile & DescribedFile

/**
 * Everything to run and register a worker type, as files sorted by path: configuration, schemas, declaration, design, documentation, examples,
 * systemd unit, start script, manifest. Pure: the same composition and versions give the same bytes. Fails with the composition's errors;
 * warnings say what the files cannot do.
 */
export function buildBundle(
  composition: Composition,
  catalog: Catalog,
  versions: BundleVersions,
): Result<BundleFile[]> {
  const errors = composition.problems.filter((problem) => problem.severity === 'error')
  const { baseSchema, effectiveSchema } = composition
  if (errors.length > 0) return fail(errors)
  if (baseSchema === undefined || effectiveSchema === undefined) return fail([noSchema()])

  const program = programBundle(composition, catalog)
  if (!program.ok) return program
  const examples = exampleTasks(composition, effectiveSchema)
  const entries: Entry[] = [
    ...program.value.files,
    describedFile(
      'design.yml',
      'the design that all of this is made from; change this one',
      formatDesign(composition.design),
    ),
    describedFile(
      'payload-schema.json',
      'the JSON Schema that payloads have to satisfy',
      canonicalJson(effectiveSchema),
    ),
    describedFile(
      'base-payload-schema.json',
      'the schema that the worker program reports by itself, before it was narrowed',
      canonicalJson(baseSchema),
    ),
    describedFile(
      'worker-type.json',
      'the declaration of the worker type for the Queue',
      declarationFile(composition, effectiveSchema),
    ),
    describedFile('worker-type.md', 'documentation for the authors of tasks', composition.documentation),
    ...[...examples].map(([size, task]) =>
      describedFile(`examples/${size}.json`, `a task definition, ${size}`, `${JSON.stringify(task, null, 2)}\n`),
    ),
  ]
  const manifest = {
    path: 'manifest.json',
    what: 'the SHA-256 of every other file, and the versions of what made them',
  }
  const readme = { path: 'README.md', what: 'this file' }
  const listed = [...entries, manifest, readme].sort(byPath)
  const files = [
    ...entries,
    describedFile(readme.path, readme.what, readmeFile(composition, listed, program.value.readme)),
  ].sort(byPath)
  const all = [...files, describedFile(manifest.path, manifest.what, manifestFile(composition, versions, files))].sort(
    byPath,
  )
  return succeed(
    all.map(({ path, content, mode }) => ({ path, content, mode })),
    [...program.problems, ...unusableVariables(composition), ...(examples.size === 0 ? [noExample()] : [])],
  )
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1
}

function unusableVariables({ workerConfig }: Composition): Problem[] {
  return environmentReferences(workerConfig)
    .filter((name) => !isVariableName(name))
    .map((name) => ({
      code: 'variable-name-unusable',
      severity: 'warning',
      message: `Neither systemd nor a shell can set the environment variable ${JSON.stringify(name)}, so the start script of the bundle cannot either.`,
      path: '',
      help: 'Use a name of letters, digits and underscores that does not begin with a digit.',
    }))
}

function noSchema(): Problem {
  return {
    code: 'no-payload-schema',
    severity: 'error',
    message: 'No task can run on this worker type, so there is nothing to bundle.',
    path: '',
    help: 'See the other problems of the design.',
  }
}

function noExample(): Problem {
  return {
    code: 'no-example',
    severity: 'warning',
    message: 'No example task was found that this worker type runs; the bundle has none.',
    path: '',
    help: 'Write one by hand and check it with a preview.',
  }
}

/** `worker-type.json`: the identity of the worker type and the body of its `declareWorkerType`. */
function declarationFile(composition: Composition, effectiveSchema: JsonObject): string {
  const { provisionerId, workerType, design } = composition
  return canonicalJson({
    provisionerId,
    workerType,
    taskQueueId: `${provisionerId}/${workerType}`,
    declaration: { description: design.description, stability: 'experimental', payloadSchema: effectiveSchema },
  })
}
