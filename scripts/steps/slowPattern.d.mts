export function slowPattern(source: string, flags: string): string | undefined
