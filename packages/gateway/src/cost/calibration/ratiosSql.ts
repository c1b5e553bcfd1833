/** Adds the newest ratios of some shapes. `$1` a list of shapes with ratios as JSON, `$2` how many are kept of each. */
export const addRatios = `
insert into lakefront.calibration as known (shape, ratios, used_at)
select line.shape, array(select jsonb_array_elements_text(line.ratios)::double precision), clock_timestamp()
from jsonb_to_recordset($1::jsonb) as line (shape text, ratios jsonb)
-- In the same order at every gateway, so that none waits for another that waits for it.
order by line.shape
on conflict (shape) do update set used_at = excluded.used_at,
  ratios = (known.ratios || excluded.ratios)
    [greatest(1, cardinality(known.ratios) + cardinality(excluded.ratios) - $2::integer + 1):]
returning xmax = 0 as is_new`

/** Forgets the shapes that were not used for longest. `$1` how many are kept. */
export const forgetShapes = `
delete from lakefront.calibration where shape in (
  select shape from lakefront.calibration order by used_at desc, shape offset $1::integer)`

export const readRatios = `select array_to_json(ratios)::text as ratios from lakefront.calibration where shape = $1`

export const readError = `
select count(*)::integer as runs, percentile_disc(0.5) within group (order by ratio) as median,
  percentile_disc(0.9) within group (order by ratio) as p90
from lakefront.calibration, unnest(ratios) ratio`
