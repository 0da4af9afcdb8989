// Preloaded with `node --import`: the program meets paths as Windows has them, on any machine. What it
// asks `node:path` is answered by `path.win32`; file names with backslashes are turned for the disk.
import {register} from 'node:module'

register(new URL('as-windows-hooks.js', import.meta.url))
