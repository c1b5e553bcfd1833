import { css, kitStyles } from '../../kit/css.ts'
import type { Mark } from '../layout/marks.ts'

/** What the chart draws, as a table for those who hear it. */
export function ChartData({ id, marks, title }: { id: string; marks: readonly Mark[]; title: string }) {
  return (
    <div id={id} className={css(kitStyles.hidden)}>
      <table>
        <caption>{title}</caption>
        <tbody>
          {marks.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is what a mark is
            <tr key={index}>
              <th scope="row">{mark.label}</th>
              {mark.facts.map((fact) => (
                <td key={fact.title}>
                  {fact.title}: {fact.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
