export function patternsIn(
  file: string,
  text: string,
): { file: string; line: number; source: string; flags: string; excuse?: string }[]
