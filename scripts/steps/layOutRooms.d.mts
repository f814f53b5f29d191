export function reduceArrows(arrows: Record<string, string[]>): Record<string, string[]>
