import { sql } from 'drizzle-orm'
import type { Store } from '@/lib/registry/store/store'

/** Takes everything out of a store, and leaves its tables: in one statement, without the triggers that keep the audit from it. */
export async function emptyStore(store: Store): Promise<void> {
  await store.database.execute(sql`
    do $$
    declare name text;
    begin
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('delete from %I', name);
      end loop;
    end $$`)
}
