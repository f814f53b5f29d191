import { fileURLToPath } from 'node:url'

const safe = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
/** What is no page can show nothing and run nothing, wherever a browser opens it. */
const inert = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox" }
const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // the services take a trailing slash, and a redirect would not fit the signature of the request
  skipTrailingSlashRedirect: true,
  agentRules: false,
  headers: async () => [
    { source: '/:path*', headers: listed(safe) },
    ...['api', 'references', 'schemas'].map((room) => ({ source: `/${room}/:path*`, headers: listed(inert) })),
  ],
  turbopack: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    // the catalog and the migrations are read from disk when the server starts; nothing is deployed apart from them
    ignoreIssue: [{ path: '**/lib/**' }, { path: '**/next.config.js' }],
  },
  // `npm run check` checks types, once for everything
  typescript: { ignoreBuildErrors: true },
  // these load WebAssembly, sockets or files by path and must stay as they are on disk
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'taskcluster-client', 'hawk', 'pino', 'prom-client'],
  experimental: {
    agentUpgrade: false,
    // pages for whoever may not read
    authInterrupts: true,
    // a document of 5 MB must reach the server to be answered in words
    serverActions: { bodySizeLimit: '12mb' },
    proxyClientMaxBodySize: '12mb',
  },
}

export default config
