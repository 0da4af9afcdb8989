import {execFile, spawn} from 'node:child_process'
import {access, chmod, mkdir, writeFile} from 'node:fs/promises'
import {type AddressInfo, createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import process from 'node:process'
import {promisify} from 'node:util'
import {makeFolder} from './folder.ts'

const run = promisify(execFile)
const lock = join(tmpdir(), 'dibao-test-install.lock')

/** Web servers that the redirects are made for, with the Debian package of each. */
export const servers = {
  nginx: {program: '/usr/sbin/nginx', packages: ['nginx-light']},
  apache: {program: '/usr/sbin/apache2', packages: ['apache2-bin']},
  caddy: {program: '/usr/bin/caddy', packages: ['caddy']},
} as const

export type ServerName = keyof typeof servers

/** A program that a test runs, with the Debian packages that bring it. */
export interface NeededProgram {
  readonly program: string
  readonly packages: readonly string[]
}

/**
 * Makes sure that programs are there. The administrator of a Debian system gets what is missing
 * installed; everyone else is told, and the tests fail.
 */
export async function installPrograms(needed: readonly NeededProgram[]): Promise<void> {
  const missing = []
  for (const {program, packages} of needed) {
    if (!(await exists(program))) missing.push(...packages)
  }
  if (missing.length === 0) return
  const advice = `缺少测试用的程序，请安装 These programs are needed by a test: apt-get install ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !(await exists('/usr/bin/apt-get'))) throw new Error(advice)
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1'}
  // One after another: two test files may be at it at once.
  const aptGet = (...args: readonly string[]) => run('flock', [lock, 'apt-get', ...args], {env})
  await aptGet('update')
  await aptGet('install', '-y', '--no-install-recommends', ...missing)
}

/** Serves files as the server does that `docs/deploy.md` sets up, until `close` is called. */
async function startServer(name: ServerName, files: ReadonlyMap<string, string | Uint8Array>) {
  const folder = await makeFolder()
  // A server gives up the rights of the administrator before it reads files.
  await chmod(folder, 0o755)
  const root = join(folder, 'dist')
  for (const [path, body] of files) {
    await mkdir(dirname(join(root, path)), {recursive: true})
    await writeFile(join(root, path), body)
  }
  const port = await freePort()
  const config = join(folder, 'server.conf')
  await writeFile(config, configs[name](folder, root, port))
  const child = spawn(servers[name].program, argumentsOf[name](config), {
    env: {...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder},
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const address = `http://127.0.0.1:${port}`
  await waitFor(
    address,
    () => child.exitCode !== null,
    () => said,
  )
  return {
    address,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What a server says to an address: the status, and the place that it sends to, if any. */
export type Answer = readonly [path: string, status: number, location?: string]

/** Serves files and asks for each path. */
export async function askServer(
  name: ServerName,
  files: ReadonlyMap<string, string | Uint8Array>,
  paths: readonly string[],
): Promise<readonly {readonly answer: Answer; readonly text: string}[]> {
  const server = await startServer(name, files)
  try {
    return await Promise.all(
      paths.map(async (path) => {
        const response = await fetch(server.address + path, {redirect: 'manual'})
        const location = response.headers.get('location')?.replace(server.address, '')
        const said = [path, response.status] as const
        const answer: Answer = location === undefined ? said : [...said, location]
        return {answer, text: await response.text()}
      }),
    )
  } finally {
    await server.close()
  }
}

const argumentsOf: Readonly<Record<ServerName, (config: string) => readonly string[]>> = {
  nginx: (config) => ['-c', config],
  apache: (config) => ['-X', '-f', config],
  caddy: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
}

type Configure = (folder: string, root: string, port: number) => string

const configs: Readonly<Record<ServerName, Configure>> = {
  nginx: (folder, root, port) => `daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  types { text/html html; }
  server {
    listen 127.0.0.1:${port};
    root ${root};
    index index.html;
    error_page 404 /404.html;
    include ${root}/server/nginx.conf;
  }
}
`,
  apache: (folder, root, port) => `ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
User www-data
Group www-data
${['mpm_event', 'authz_core', 'dir', 'rewrite', 'mime']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`)
  .join('')}TypesConfig /dev/null
AddType text/html .html
DocumentRoot ${root}
DirectoryIndex index.html
ErrorDocument 404 /404.html
Include ${root}/server/apache.conf
`,
  caddy: (_, root, port) => `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${root}
  import ${root}/server/caddy.conf
  file_server
  handle_errors {
    rewrite * /404.html
    file_server
  }
}
`,
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const {port} = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

async function waitFor(address: string, hasEnded: () => boolean, said: () => string) {
  for (;;) {
    if (hasEnded()) throw new Error(`the server does not start:\n${said()}`)
    const answer = await fetch(address).catch(() => undefined)
    if (answer) return
    await new Promise((done) => setTimeout(done, 50))
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
