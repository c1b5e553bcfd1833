import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { compare, toRatioTable } from './compare.ts'
import { toTable } from './measure.ts'
import type { Measured } from './suite.ts'
import { suites } from './suites.ts'

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  allowPositionals: true,
  options: { repeats: { type: 'string', default: '9' }, data: { type: 'string' }, scale: { type: 'string' } },
})

/** What is measured and what it is measured with, by the package that depends on it. */
const measured = {
  'packages/gateway': ['@duckdb/node-api', '@modelcontextprotocol/server', '@modelcontextprotocol/client'],
  'packages/client': ['@uwdata/flechette'],
  '.': ['react', 'ag-grid-community', 'streamdown', 'vite', 'playwright'],
}

function versionsOf([folder, names]: [string, readonly string[]]): string[] {
  return names.map((name) => {
    const file = new URL(`../${folder}/node_modules/${name}/package.json`, import.meta.url)
    return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`
  })
}

function describeRun(): string {
  return [
    ['pnpm bench', ...process.argv.slice(2)].join(' '),
    [`Node ${process.version}`, ...Object.entries(measured).flatMap(versionsOf)].join(', '),
    `${cpus().length} cores, ${values.repeats} repeats after a warm-up (small things more often), by turns`,
    `${new Date().toISOString().slice(0, 10)}, ratios are taken round by round: median (lowest to highest)`,
  ].join('\n')
}

function describeMeasured(name: string, { samples, comparisons, notes = [] }: Measured): string {
  const ratios = comparisons.map((comparison) => compare(samples, comparison))
  const parts = [
    samples.length > 0 ? toTable(samples) : '',
    ratios.length > 0 ? toRatioTable(ratios) : '',
    notes.join('\n'),
  ]
  return [`── ${name}`, ...parts.filter((part) => part !== '')].join('\n\n')
}

const names = positionals.length > 0 ? positionals : Object.keys(suites)
const unknown = names.filter((name) => !(name in suites))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench called ${unknown.join(', ')}: choose from ${Object.keys(suites).join(', ')}.\n`,
  )
  process.exit(1)
}

process.stdout.write(`${describeRun()}\n`)
for (const name of names) {
  const measured = await suites[name]!({
    repeats: Number(values.repeats),
    data: values.data,
    scale: values.scale === undefined ? undefined : Number(values.scale),
  })
  process.stdout.write(`\n${describeMeasured(name, measured)}\n`)
}
