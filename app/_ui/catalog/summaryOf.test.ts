import { expect, it } from 'vitest'
import { summaryOf } from './summaryOf'

it.each([
  ['One. Two.', 'One.'],
  ['No end', 'No end'],
  ['Sets `TASK_ID` and **more** in `a.b`. Then\n\nmore.', 'Sets TASK_ID and more in a.b.'],
  ['See [the docs](https://example.com/a_b) first\nand read. On.', 'See the docs first and read.'],
  ['', ''],
])('takes the first sentence of %j', (description, summary) => {
  expect(summaryOf(description)).toBe(summary)
})
