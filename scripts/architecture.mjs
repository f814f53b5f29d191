// `npm run docs:architecture` draws the picture of docs/architecture.md from the rules that CI holds imports to.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawRooms } from './steps/drawRooms.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { rooms, tops } from './steps/rooms.cjs'

await main(async () => {
  const path = join('docs', 'images', 'architecture.svg')
  await writeFile(join(projectRoot, path), drawRooms(rooms, tops))
  process.stdout.write(`${path} is drawn.\n`)
})
