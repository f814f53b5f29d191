export function callerAddress(connected: string | undefined, forwarded: string | undefined, proxies: number): string
