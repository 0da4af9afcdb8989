import {configs} from 'opencc-js/preset'
import {type Entries, parsePackedTable} from './dictionary.ts'

/** The conversions, as OpenCC names them: from or to `s` (simplified), `t` (its own traditional), `tw`, `hk`. */
export const conversionNames = [
  's2t',
  's2tw',
  's2hk',
  't2s',
  'tw2s',
  'hk2s',
  'tw2t',
  'hk2t',
  't2tw',
  't2hk',
] as const

/** One of the conversions. */
export type ConversionName = (typeof conversionNames)[number]

/** How OpenCC converts: make characters regular, cut into words, then stage by stage. */
export interface OpenccConfig {
  readonly normalise: readonly (readonly Entries[])[]
  readonly words: readonly Entries[] | undefined
  readonly stages: readonly (readonly Entries[])[]
}

// What the package's type declarations leave out or give as a wider type; its data has this shape.
interface PackedConfig {
  readonly normalizationChain: readonly (readonly string[])[]
  readonly segmentation?: readonly string[]
  readonly conversionChain: readonly (readonly string[])[]
}

/** The tables of one conversion, from the opencc-js package (dictionary data Apache-2.0). */
export function readOpenccConfig(name: ConversionName): OpenccConfig {
  const packed = configs[name] as unknown as PackedConfig
  return {
    normalise: packed.normalizationChain.map((group) => group.map(parsePackedTable)),
    words: packed.segmentation?.map(parsePackedTable),
    stages: packed.conversionChain.map((group) => group.map(parsePackedTable)),
  }
}
