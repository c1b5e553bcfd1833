import {
  binary,
  columnFromArray,
  type DataType,
  dateDay,
  decimal,
  dictionary,
  float64,
  int32,
  int64,
  list,
  struct,
  TimeUnit,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  timestamp,
  utf8,
} from '@uwdata/flechette'
import { expect, test } from 'vitest'
import { cellReader } from './cellReader.ts'

function cellsOf(type: DataType, values: unknown[]) {
  const table = tableFromColumns([['value', columnFromArray(values, type)]])
  const bytes = tableToIPC(table, { format: 'stream' })!
  const column = tableFromIPC(bytes, { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true }).getChildAt(0)
  const read = cellReader(column)
  return values.map((_value, index) => read(index))
}

const day = 86_400_000
const moment = Date.parse('2026-11-20T10:41:07.125Z')

test.each([
  ['32-bit integers are numbers', int32(), [1, -1, null], [1, -1, null]],
  ['64-bit integers are text', int64(), [1n, -(2n ** 63n)], ['1', '-9223372036854775808']],
  ['decimals keep their scale', decimal(38, 2), [5n, -5n, 123_456n, 0n], ['0.05', '-0.05', '1234.56', '0.00']],
  ['decimals without a scale', decimal(18, 0), [5n, -5n], ['5', '-5']],
  [
    'what JSON has no number for is text',
    float64(),
    [0.1, Number.NaN, Number.POSITIVE_INFINITY, -0],
    [0.1, 'NaN', 'Infinity', '-0'],
  ],
  [
    'moments',
    timestamp(TimeUnit.MILLISECOND, 'UTC'),
    [moment, -1],
    ['2026-11-20T10:41:07.125Z', '1969-12-31T23:59:59.999Z'],
  ],
  ['moments without a zone', timestamp(TimeUnit.SECOND), [moment - 125], ['2026-11-20T10:41:07.000']],
  ['microseconds', timestamp(TimeUnit.MICROSECOND, 'UTC'), [moment + 0.25], ['2026-11-20T10:41:07.125250Z']],
  ['days of any year', dateDay(), [-735_160 * day, 253_402_300_800_000], ['-000043-03-15', '+010000-01-01']],
  ['a day that never comes', dateDay(), [(2 ** 31 - 1) * day], ['infinity']],
  ['bytes are base64', binary(), [Uint8Array.of(0, 255, 16)], ['AP8Q']],
  ['a dictionary is what it stands for', dictionary(utf8()), ['a', 'b', 'a', null], ['a', 'b', 'a', null]],
  ['lists are JSON text', list(int64()), [[1n, 2n]], ['["1","2"]']],
  ['decimals in lists keep their scale', list(decimal(38, 2)), [[150n, null]], ['["1.50",null]']],
  ['days in structs are days', struct({ born: dateDay() }), [{ born: day }, null], ['{"born":"1970-01-02"}', null]],
  ['structs are JSON text', struct({ city: utf8() }), [{ city: 'Erie' }], ['{"city":"Erie"}']],
])('behavior: %s', (_name, type, values, cells) => {
  expect(cellsOf(type, values)).toEqual(cells)
})
