/**
 * Kinds of syntax that may occur in a statement, as the parser names them: queries, their clauses, expressions, and
 * functions that only compute. What is not here is refused, so a kind that the parser learns later is refused too.
 */
export const allowedKinds: ReadonlySet<string> = new Set(
  `
abs acos add add_months adjacent aggregate_function alias all and annotated any any_value apply
approx_count_distinct approx_distinct approx_percentile approx_percentile_estimate approx_quantile
approx_quantiles approx_top_k approx_top_k_accumulate approx_top_k_combine approx_top_k_estimate
approx_top_sum arg_max arg_min array array_agg array_all array_any array_append array_compact array_concat
array_concat_agg array_construct_compact array_contained_by array_contains array_contains_all array_distinct
array_except array_filter array_flatten array_func array_intersect array_join array_length array_overlaps
array_position array_prepend array_remove array_reverse array_size array_slice array_sort array_sum
array_to_string array_transform array_union array_unique_agg array_zip ascii asin at_index at_time_zone atan
atan2 avg base64_decode_binary base64_decode_string base64_encode between bitwise_and bitwise_and_agg
bitwise_count bitwise_left_shift bitwise_not bitwise_or bitwise_or_agg bitwise_right_shift bitwise_xor
bitwise_xor_agg bool_xor_agg booland boolean boolor braced_wildcard byte_length byte_string cardinality case
cast cast_to_str_type cbrt ceil char_func check_json check_xml chr cluster_by coalesce collation column
column_position columns comprehension compress concat concat_ws contains convert convert_timezone
convert_to_charset corr cos cosine_distance count count_if covar_pop covar_samp cte cube cume_dist
current_date current_datetime current_schema current_schemas current_time current_timestamp
current_timestamp_l_t_z current_user data_type date date_add date_bin date_diff date_format date_from_parts
date_from_unix_date date_str_to_date date_sub date_to_date_str date_to_di date_trunc datetime datetime_add
datetime_diff datetime_sub datetime_trunc day day_of_month day_of_week day_of_week_iso day_of_year dayname
decode decode_case decompress_binary decompress_string degrees dense_rank di_to_date dict_range distribute_by
div dot dot_product element_at elt encode ends_with epoch epoch_ms eq equal_null euclidean_distance except
exists exp explode explode_outer exploding_generate_series extends_left extends_right extract fetch filter
first first_value float64 floor format format_date from from_base from_time_zone from_unixtime function
generate_date_array generate_series generate_timestamp_array get_extract getbit glob greatest group group_by
group_concat grouping grouping_id grouping_sets gt gte hash_agg having having_max hex hex_encode
hex_string_expr hll hour i_like identifier if_func if_null in initcap int64 int_div intersect interval
interval_op interval_span is is_false is_inf is_json is_nan is_null is_true j_s_o_n j_s_o_n_array
j_s_o_n_array_agg j_s_o_n_array_append j_s_o_n_array_contains j_s_o_n_array_insert j_s_o_n_b_contains
j_s_o_n_b_contains_all_top_keys j_s_o_n_b_contains_any_top_keys j_s_o_n_b_delete_at_path j_s_o_n_b_exists
j_s_o_n_b_extract j_s_o_n_b_extract_scalar j_s_o_n_b_object_agg j_s_o_n_bool j_s_o_n_cast j_s_o_n_column_def
j_s_o_n_exists j_s_o_n_extract j_s_o_n_extract_array j_s_o_n_extract_quote j_s_o_n_extract_scalar
j_s_o_n_format j_s_o_n_key_value j_s_o_n_keys j_s_o_n_keys_at_depth j_s_o_n_object j_s_o_n_object_agg
j_s_o_n_remove j_s_o_n_schema j_s_o_n_set j_s_o_n_strip_nulls j_s_o_n_type j_s_o_n_value j_s_o_n_value_array
jarowinkler_similarity join join_hint joined_table json_array json_array_agg json_array_length json_extract
json_extract_path json_extract_scalar json_insert json_keys json_merge_patch json_object json_object_agg
json_query json_remove json_set json_type json_value l_trim lag lambda last last_day last_value lateral
lateral_view lead least left length levenshtein like limit limit_options list list_agg literal ln localtime
localtimestamp log logical_and logical_or lower lower_hex lpad lt lte m_d5_digest m_d5_number_lower64
m_d5_number_upper64 make_date make_interval make_timestamp manhattan_distance map map_cat map_concat
map_contains_key map_delete map_from_arrays map_from_entries map_func map_insert map_keys map_pick map_values
match match_against max median member_of min minhash minute mod mod_func mode month monthname months_between
mul n_tile named_argument named_struct neg neq next_day normal normalize not nth_value ntile null null_if
null_safe_eq null_safe_neq nullif number_to_str nvl nvl2 object_agg object_insert offset on_cluster
on_condition open_j_s_o_n_column_def or order_by ordered over overflow_truncate_behavior overlaps overlay pad
parameter paren parse_datetime parse_ip parse_j_s_o_n parse_json parse_time parse_url partitioned_by_bucket
percent_rank percentile percentile_cont percentile_disc pi pivot pivot_alias pivot_any position power
previous_day qualify quantile quarter r_trim radians rand randn random randstr range_bucket range_n rank
recursive_with_search reduce regexp_count regexp_extract regexp_extract_all regexp_full_match regexp_i_like
regexp_instr regexp_like regexp_replace regexp_split regr_avgx regr_avgy regr_count regr_intercept regr_r2
regr_slope regr_sxx regr_sxy regr_syy regr_valx regr_valy repeat replace reverse right rollup round row_number
rows_from rpad s_h_a s_h_a1_digest s_h_a2 s_h_a2_digest safe_add safe_cast safe_divide safe_multiply
safe_subtract schema second select session_user sign similar_to sin skewness slice sort_array sort_by soundex
split split_part sql_comment sqrt st_distance st_point standard_hash star star_map starts_with stddev
stddev_pop stddev_samp str_position str_to_date str_to_map str_to_time str_to_unix string_agg string_func
string_to_array struct struct_extract struct_func sub subquery subscript substring substring_index sum sum_if
systimestamp table table_alias table_from_rows table_sample tan time time_add time_diff time_from_parts
time_slice time_str_to_date time_str_to_time time_str_to_unix time_sub time_to_str time_to_unix time_trunc
time_unit timestamp timestamp_add timestamp_diff timestamp_from_parts timestamp_sub timestamp_trunc
timestamp_tz_from_parts to_array to_binary to_boolean to_char to_date to_decfloat to_double to_json to_map
to_number to_timestamp transform transform_keys transform_values translate translate_characters trim
trunc_func try_base64_decode_binary try_base64_decode_string try_cast try_to_decfloat ts_match ts_or_di_to_di
ts_or_ds_add ts_or_ds_diff ts_or_ds_to_date ts_or_ds_to_datetime ts_or_ds_to_time ts_or_ds_to_timestamp tuple
typeof unhex unicode unicode_string union unix_date unix_micros unix_millis unix_seconds unix_timestamp
unix_to_str unix_to_time unix_to_time_str unnest unpivot unpivot_columns upper utc_time utc_timestamp uuid
values var var_pop var_samp variance week week_of_year when where width_bucket window window_function
window_spec with with_fill within_group xor year year_of_week year_of_week_iso zipf
`
    .trim()
    .split(/\s+/),
)

/** Kinds that a statement may be as a whole. */
export const queryKinds: ReadonlySet<string> = new Set([
  'select',
  'union',
  'intersect',
  'except',
  'values',
  'subquery',
  'pivot',
  'unpivot',
])

/** Parts of the syntax tree that have a single field like a kind has, and are none. */
export const partNames: ReadonlySet<string> = new Set([
  'expressions',
  'this',
  'value',
  'name',
  'Preceding',
  'Following',
])
