declare module 'hawk' {
  interface HawkCredentials {
    key: string
    algorithm: 'sha256'
  }

  interface HawkRequest {
    method: string
    url: string
    host: string
    port: number
    authorization?: string
  }

  interface HawkOptions {
    timestampSkewSec?: number
    localtimeOffsetMsec?: number
  }

  type FindCredentials = (id: string) => Promise<HawkCredentials>

  const hawk: {
    server: {
      authenticate(
        request: HawkRequest,
        find: FindCredentials,
        options: HawkOptions,
      ): Promise<{ artifacts: { id: string; hash?: string } }>
      authenticateBewit(
        request: HawkRequest,
        find: FindCredentials,
        options: HawkOptions,
      ): Promise<{ attributes: { id: string } }>
    }
    client: {
      header(
        uri: string,
        method: string,
        options: {
          credentials: HawkCredentials & { id: string }
          ext?: string
          timestamp?: number
          payload?: string
          contentType?: string
        },
      ): { header: string }
      getBewit(
        uri: string,
        options: { credentials: HawkCredentials & { id: string }; ttlSec: number; ext?: string },
      ): string
    }
    crypto: { calculatePayloadHash(payload: string, algorithm: 'sha256', contentType: string): string }
    utils: { parseAuthorizationHeader(header: string): { ts?: string; ext?: string } }
  }
  export default hawk
}
