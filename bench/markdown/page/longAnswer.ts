/** About 160 words in everything that an answer may hold. */
const section = (index: number) => `
## Territory ${index}

The **${index} accounts** of this territory earned *more* than planned: margin rose to \`${index * 13}.40\` k$, as
[the report](https://example.com/reports/${index}) says, while returns fell by ${index % 17} % against the year before.
Nobody expected that after the summer, when three of the largest accounts had put their orders off by a whole quarter,
and two others had moved a part of what they buy to another supplier for good.

- Great Lakes Fastener leads with **$${index},412.20** over its lifetime
- Cuyahoga Supply follows, with a share of ${index % 40} %
  - its orders are smaller, but they come every week
- Erie Industrial has been below zero since ~~May~~ June

| account | revenue | margin |
| --- | ---: | ---: |
| Great Lakes Fastener | ${index * 311} | ${index * 42} |
| Cuyahoga Supply | ${index * 207} | ${index * 29} |
| Erie Industrial | ${index * 199} | -${index * 3} |

\`\`\`sql
select account_name, sum(revenue - cost) as gross_margin
from order_lines
where territory_id = ${index}
group by account_name
\`\`\`

> Lines whose cost is not known are left out of the margin; there are ${index % 7} of them in this territory.

1. Ask the owner of each account below zero why that is so.
2. Compare the ${index} prices of last year with those of this one.
`

/** The same text every time, as it is after each flush of some words. */
export function flushesOf({ words, wordsPerFlush }: { words: number; wordsPerFlush: number }): string[] {
  const pieces: string[] = []
  for (let index = 1; pieces.length < words; index++) pieces.push(...(section(index).match(/\s*\S+/g) ?? []))
  const flushes: string[] = []
  for (let end = wordsPerFlush; end <= words; end += wordsPerFlush) {
    flushes.push((flushes.at(-1) ?? '') + pieces.slice(end - wordsPerFlush, end).join(''))
  }
  return flushes
}
