import { Gauge, type Registry } from 'prom-client'

/** Adds a gauge to metrics that looks at its value when they are read. */
export function addGauge(registry: Registry, name: string, help: string, value: () => number): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: () => gauge.set(value()),
  })
}
