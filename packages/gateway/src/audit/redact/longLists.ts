const value = String.raw`(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?)`
const longList = new RegExp(String.raw`\((?:\s*${value}\s*,){20,}\s*${value}\s*\)`, 'g')

/**
 * Puts something short in the place of each long list of values, such as pushed keys: to read each of them would take
 * longer than the source needs to run them.
 */
export function replaceLongLists(sql: string, replace: (list: string) => string): string {
  return sql.replace(longList, replace)
}
