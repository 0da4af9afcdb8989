import {completionScript} from '../completion.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import type {Shell} from '../shells.ts'
import type {Terminal} from '../terminal.ts'

/** Prints the script that makes a shell complete what is typed after `dibao`. */
export function completion(shell: Shell, terminal: Terminal): ExitCode {
  terminal.print(completionScript(shell, terminal.language))
  return exitCodes.ok
}
