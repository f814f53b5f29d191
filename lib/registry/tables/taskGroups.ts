import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** Task groups: the scheduler that owns one, and when its last task expires. */
export const taskGroups = pgTable('task_groups', {
  taskGroupId: text().primaryKey(),
  schedulerId: text().notNull(),
  expires: instant().notNull(),
  sealed: instant(),
})
