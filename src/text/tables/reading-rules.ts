import type {ContextRule} from '../context-rule.ts'

/**
 * What a reading that somebody wrote behind a simplified character says of it: 头发(fà), 干(gān)净.
 * Only readings that one of the forms has alone are here.
 *
 * Source: readings as in 通用规范汉字表 and its table of traditional forms.
 */
const told =
  '发fà髮 发fā發 干gān乾 干gàn幹 系jì繫 只zhī隻 只zhǐ只 斗dòu鬥 斗dǒu斗 卷juǎn捲 卷juàn卷 舍shě捨 舍shè舍 ' +
  '尽jǐn儘 尽jìn盡 几jǐ幾 朴piáo朴 朴pǔ樸 仆pū仆 仆pú僕 症zhēng癥 症zhèng症 佣yōng傭 划huà劃 ' +
  '纤xiān纖 纤qiàn縴 术zhú朮 术shù術 万mò万 万wàn萬 柜jǔ柜 柜guì櫃 适kuò适 适shì適 ' +
  '叶xié叶 叶yè葉 种chóng种 种zhǒng種 种zhòng種'

/** Our rules for characters whose reading stands behind them. */
export const readingRules: readonly ContextRule[] = told
  .split(' ')
  .map(([character = '', ...rest]) => ({
    forms: {[character]: rest.at(-1)!},
    before: '',
    after: `[(（]\\s?${rest.slice(0, -1).join('')}\\s?[)）]`,
  }))
