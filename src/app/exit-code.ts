/** What a command's exit code says. */
export const exitCodes = {
  /** Done. */
  ok: 0,
  /** Something in the content, the configuration or the templates has to be put right. */
  content: 1,
  /** Wrong use of the command, or trouble with the disk, the network or the system. */
  world: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
