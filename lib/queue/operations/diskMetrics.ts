import type { Registry } from 'prom-client'
import type { StoreDisk } from '@/lib/registry/store'
import { addGauge } from './addGauge'

/** Adds what is known of the disk of an embedded database to metrics. */
export function addDiskMetrics(registry: Registry, { freeBytes, room }: StoreDisk): void {
  addGauge(registry, 'queue_disk_free_bytes', 'What can still be written to the disk of the database', freeBytes)
  const writable = () => (room() === 'none' ? 0 : 1)
  addGauge(registry, 'queue_database_writable', '0 while the disk of the database is full', writable)
}
