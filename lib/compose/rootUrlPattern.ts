/** What the root URL of a deployment looks like. */
export const rootUrlPattern = '^https?://[^/?#]+/?$'
