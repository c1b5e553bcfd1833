import { readFileSync } from 'node:fs'
import type { UserConfig } from 'tsdown'

interface Manifest {
  exports: Record<string, string>
  bin?: Record<string, string>
}

/**
 * The build of one package: ES modules, one file out for each file in, so that `"use client"` stays where it was
 * written and unused parts fall away. The entries are those that package.json names, and `entry` for what no import
 * leads to.
 *
 * Declarations are not made here but by `tsc` (tsconfig.build.json): bundling them needs TypeScript's old API.
 */
export function library({ entry = [], ...options }: Partial<UserConfig> & { entry?: string[] } = {}): UserConfig {
  return {
    entry: [...namedEntries(), ...entry],
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    unbundle: true,
    fixedExtension: false,
    sourcemap: true,
    dts: false,
    deps: { skipNodeModulesBundle: true },
    ...options,
  }
}

function namedEntries(): string[] {
  const { exports, bin = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  return [...Object.values(exports), ...Object.values(bin)].filter((path) => /\.tsx?$/.test(path))
}
