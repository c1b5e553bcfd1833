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

const versionOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../packages/gateway/node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version

const packages = [
  '@duckdb/node-api',
  '@modelcontextprotocol/server',
  '@modelcontextprotocol/client',
  '@uwdata/flechette',
]

function describeRun(): string {
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ')
  return [
    `Node ${process.version}, ${versions}`,
    `${cpus().length} cores, ${values.repeats} repeats after a warm-up (small things more often), by turns`,
    `${new Date().toISOString().slice(0, 10)}, ratios are taken round by round: median (lowest to highest)`,
  ].join('\n')
}

function describeMeasured(name: string, { samples, comparisons, notes = [] }: Measured): string {
  const ratios = comparisons.map((comparison) => compare(samples, comparison))
  const parts = [toTable(samples), ratios.length > 0 ? toRatioTable(ratios) : '', notes.join('\n')]
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
