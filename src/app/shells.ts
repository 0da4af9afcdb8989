/** The shells that a script of completion can be had for. */
export const shells = ['bash', 'zsh', 'powershell'] as const

export type Shell = (typeof shells)[number]
