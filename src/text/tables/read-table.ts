/**
 * Where every table comes from. Here it is made when it is asked for; `npm run compile` puts a
 * module in the place of this one that reads the same bytes from a file beside it.
 */
export {buildTable as readTable} from './build-table.ts'
