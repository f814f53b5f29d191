const group = '0*[0-9A-Fa-f]{1,4}'
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
const dotted = `${byte}(\\.${byte}){3}`

/** What may stand behind `::` where that leaves room for so many groups. */
function tail(room: number): string {
  const groups = room > 0 ? `${group}(:${group}){0,${room - 1}}` : ''
  return room > 1 ? `(${groups}|(${group}:){0,${room - 2}}${dotted})?` : room > 0 ? `(${groups})?` : ''
}

const shortened = [0, 1, 2, 3, 4, 5, 6, 7].map((before) => {
  const head = before === 0 ? '' : `${group}(:${group}){${before - 1}}`
  return `${head}::${tail(7 - before)}`
})

/** What the script engine's validator (of Go 1.19) takes for an IPv6 address, as one pattern: a group may have more than four digits where those in front are zeros. */
export const ipv6Pattern = `^((${group}:){7}${group}|(${group}:){6}${dotted}|${shortened.join('|')})$`
