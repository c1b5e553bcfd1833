import type { AdaptedChart, ChartAdapter } from '@lakefront/ui'

/**
 * Draws Vega-Lite. Vega is fetched when the first such chart is shown; its expressions are interpreted, so that a page
 * whose policy forbids `eval` can draw them, and nothing is loaded.
 */
export const drawVegaLite: ChartAdapter = async (element, { spec, look, openRow }) => {
  const [{ default: embed }, { expressionInterpreter }] = await Promise.all([
    import('vega-embed'),
    import('vega-interpreter'),
  ])
  const { view, finalize } = await embed(element, spec, {
    mode: 'vega-lite',
    renderer: 'svg',
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
    // The page's own, which stays within the panel and has its contrast.
    tooltip: (_handler, _event, _item, value) => {
      element.title = described(value)
    },
    config: configOf(look),
  })
  view.addEventListener('click', (_event, item) => {
    const row: unknown = item?.datum?.lakefrontRow
    if (typeof row === 'number') openRow(row)
  })
  return finalize
}

const refuse = () => Promise.reject(new Error('A chart of a source loads nothing.'))

function described(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.entries(value)
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n')
}

function configOf({ ink, softInk, line, fontFamily, series }: AdaptedChart['look']) {
  return {
    background: 'transparent',
    font: fontFamily,
    axis: {
      labelColor: softInk,
      titleColor: ink,
      domainColor: line,
      tickColor: line,
      gridColor: line,
      gridOpacity: 0.4,
    },
    legend: { labelColor: softInk, titleColor: ink },
    title: { color: ink },
    view: { stroke: 'transparent' },
    mark: { color: series[0] ?? ink },
    range: { category: [...series] },
  }
}
