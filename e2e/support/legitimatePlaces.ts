/** Where a secret may be, and why. Everything else is a leak. */
export const legitimate: { place: RegExp; secret: RegExp; why: string }[] = [
  { place: /^response POST \/clients$/, secret: /^token of a client/, why: 'shown once to whoever makes the client' },
  {
    place: /^response GET \/sign-in\?token/,
    secret: /^sign-in link$/,
    why: 'the page of the link takes it from its address',
  },
  { place: /^output$/, secret: /^sign-in link$/, why: 'printed at the first start for the owner of the server' },
  { place: /^file sign-in-token$/, secret: /^sign-in link$/, why: 'the file it is printed from, for the owner alone' },
  {
    place: /^file admin-credentials\.(json|sh)$/,
    secret: /^token of the admin$/,
    why: 'the owner takes it from there',
  },
  {
    place: /^response GET \/sign-in\/deployment$/,
    secret: /^state of a login$/,
    why: 'the browser takes it to the deployment',
  },
  { place: /^response (GET|POST) .*planted-query/, secret: /^query$/, why: 'pages know their own address' },
  {
    place: /^storage$/,
    secret: /^payload of a task$/,
    why: 'tasks of the last preview stay in the browser of who typed them',
  },
  {
    place: /^response POST \/designs\/\S+\/(preview|trace)$/,
    secret: /^payload of a task$/,
    why: 'the answer to who typed it',
  },
]
