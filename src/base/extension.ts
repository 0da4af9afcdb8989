/** What an extension threw, with the name under which the site's configuration has it. */
export class ExtensionError extends Error {
  readonly extension: string

  constructor(extension: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), {cause})
    this.extension = extension
  }
}

/** Runs code that is not ours, so that whatever it throws is told with its name. */
export function runExtension<T>(name: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof ExtensionError ? error : new ExtensionError(name, error)
  }
}
