import { addressBlock, rateLimit } from '@/lib/base/rateLimit'

/** Of one client; a graph of 10,000 tasks goes through at once. */
const ofClient = { burst: 20_000, perMinute: 12_000 }
/** Of all from one address whose requests nobody signed, or whose signature does not hold. */
const ofNobody = { burst: 6000, perMinute: 6000 }

/** Counts requests to the services; the seconds that the caller must wait, 0 where it is not too much. */
export type ApiRates = (address: string, clientId: string | undefined) => number

/** New counts, in memory of this process. */
export function apiRates(now: () => number): ApiRates {
  const clients = rateLimit(ofClient)
  const addresses = rateLimit(ofNobody)
  return (address, clientId) =>
    clientId === undefined ? addresses(addressBlock(address), now()) : clients(clientId, now())
}
