import type {IncomingMessage, ServerResponse} from 'node:http'

/** Address of the reload signal: server-sent events (HTML standard, 9.2). */
export const eventsPath = '/__dibao/events'

/** Address of the script by which an open page follows the reload signal. */
export const reloadScriptPath = '/__dibao/reload.js'

/**
 * The script at `reloadScriptPath`. It reloads its page at each `reload`, and at each `hello` that
 * tells of a change since the page was asked for: one that happened while the page was loading,
 * hidden, or cut off because the server was down.
 */
export const reloadScript = `const reload = () => location.reload()
const compare = ({data}) => Number(data) < performance.now() && reload()
let stream

function follow() {
  if (document.hidden) {
    // A browser keeps about six connections to a server; a page that nobody sees needs none.
    stream?.close()
    stream = undefined
  } else if (!stream) {
    stream = new EventSource('${eventsPath}')
    stream.addEventListener('hello', compare)
    stream.addEventListener('reload', reload)
  }
}

document.addEventListener('visibilitychange', follow)
follow()
`

/** The open pages that wait for the reload signal. */
export interface EventStreams {
  /** Answers with a stream that opens with `hello`: milliseconds since the site last changed. */
  join(request: IncomingMessage, response: ServerResponse): void
  /** Sends `reload` to every open stream. */
  reload(): void
  /** Stops the heartbeat. A stream ends with its connection. */
  close(): void
}

const retryMs = 500
// Below the idle time after which proxies and virus scanners cut a silent connection.
const heartbeatMs = 15_000

/** Streams for a site that changes now, as far as any page already open can tell. */
export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>()
  let changedAt = performance.now()
  const sendAll = (text: string): void => {
    for (const stream of streams) stream.write(text)
  }
  const heartbeat = setInterval(() => sendAll(':\n\n'), heartbeatMs).unref()
  return {
    join: (request, response) => {
      response.writeHead(200, {'Content-Type': 'text/event-stream; charset=utf-8'})
      if (request.method === 'HEAD') {
        response.end()
        return
      }
      const age = Math.round(performance.now() - changedAt)
      response.write(`retry: ${retryMs}\nevent: hello\ndata: ${age}\n\n`)
      streams.add(response)
      response.on('close', () => streams.delete(response))
    },
    reload: () => {
      changedAt = performance.now()
      sendAll('event: reload\ndata: 0\n\n')
    },
    close: () => clearInterval(heartbeat),
  }
}
