// What is used of the package, which need not be installed.
declare module 'sharp' {
  interface Picture {
    rotate(): Picture
    resize(size: {width: number; withoutEnlargement: boolean}): Picture
    toFormat(format: string): Picture
    toBuffer(): Promise<Uint8Array>
  }
  const sharp: {(bytes: Uint8Array): Picture; readonly versions: {readonly sharp: string}}
  export default sharp
}
