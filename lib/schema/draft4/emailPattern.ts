const beyond = '\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef'
const atom = `[A-Za-z0-9!#$%&'*+/=?^_\`{|}~${beyond}-]+`
const folded = '(([ \\t]*\\r\\n)?[ \\t]+)?'
const inner = `([\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f!#-\\[\\]-~${beyond}]|\\([\\x01-\\x09\\x0b-\\x7f])`
const edge = `A-Za-z0-9${beyond}`
const label = `[${edge}]([${edge}._~-]*[${edge}])?`
const lastEdge = `A-Za-z${beyond}`
const last = `[${lastEdge}]([${edge}_~-]*[${lastEdge}])?`

/**
 * What the script engine's validator takes for an e-mail address, as one pattern: no display name; a host with a dot, whose last label begins and ends with a
 * letter, and perhaps a final dot. Quotation marks are odd there: each one takes the character behind it along, and the last stands alone.
 */
export const emailPattern = `^(${atom}(\\.${atom})*|("${folded}${inner})*${folded}")@(${label}\\.)+${last}\\.?$`
