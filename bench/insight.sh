#!/usr/bin/env bash
# Measures the insight page at 10,000, 100,000 and 1,000,000 cases (twice as many contacts) of made-up years, each in a PostgreSQL
# of its own. bench/README.md says how to read the result.
#   bench/insight.sh                                   all three sizes, in databases that are thrown away
#   KEPT=dir SIZES=1000000 ROUNDS=0 bench/insight.sh   makes one, and keeps it in that directory
#   KEPT=dir SIZES=1000000 bench/insight.sh            measures in it
#   ALSO="cases.csv contacts.json" ...                 also takes these tables out, and looks at the questions that come again
# PROFILE=file.jfr keeps a profile; needs psql.
set -euo pipefail
: "${SIZES:=10000 100000 1000000}" "${ROUNDS:=100}" "${WARM_UP:=30}" "${PROFILE:=}" "${KEPT:=}"
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# All rows of a table: how long until the first byte and the last, and what the application holds meanwhile.
take_out() {
  local before; before="$(memory_of_application)"
  curl -sf -o "$work/taken" -w "$1: first byte after %{time_starttransfer} s, last after %{time_total} s, %{size_download} bytes" \
    -H "Authorization: Bearer $RIGHTDOOR_API_KEY" "$address/api/exports/$1"
  echo ", $(wc -l <"$work/taken") lines; resident $before MB before, $(memory_of_application) MB after"
}

built
export RIGHTDOOR_API_KEY=bench-0123456789abcdef0123456789abcdef
export ROUNDS WARM_UP RIGHTDOOR_SECOND_FACTOR=optional
for size in $SIZES; do
  start_filled Insight "$size"
  [ "$ROUNDS" = 0 ] && { stop_postgres; continue; }
  JAVA_OPTS="${JAVA_OPTS:-} ${PROFILE:+-XX:StartFlightRecording=filename=$PROFILE,settings=profile}" start_application
  until_it_rests
  in_java Insight measure
  for table in ${ALSO:-}; do take_out "$table"; done
  stop_application
  stop_postgres
done
