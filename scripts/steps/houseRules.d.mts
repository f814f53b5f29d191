export function houseRules(): { broken: string[]; table: string }
export function brokenRules(texts: Map<string, string>): { broken: string[]; table: string }
