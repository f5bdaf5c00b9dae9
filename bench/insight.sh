#!/usr/bin/env bash
# Measures the insight page at 10,000, 100,000 and 1,000,000 cases (twice as many contacts) of made-up years, each in a PostgreSQL
# of its own. bench/README.md says how to read the result.
#   bench/insight.sh                                   all three sizes, in databases that are thrown away
#   KEPT=dir SIZES=1000000 ROUNDS=0 bench/insight.sh   makes one, and keeps it in that directory
#   KEPT=dir SIZES=1000000 bench/insight.sh            measures in it
# PROFILE=file.jfr keeps a profile; needs psql.
set -euo pipefail
: "${SIZES:=10000 100000 1000000}" "${ROUNDS:=100}" "${WARM_UP:=30}" "${PROFILE:=}" "${KEPT:=}"
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

built
export ROUNDS WARM_UP RIGHTDOOR_SECOND_FACTOR=optional
for size in $SIZES; do
  start_filled Insight "$size"
  [ "$ROUNDS" = 0 ] && { stop_postgres; continue; }
  JAVA_OPTS="${JAVA_OPTS:-} ${PROFILE:+-XX:StartFlightRecording=filename=$PROFILE,settings=profile}" start_application
  until_it_rests
  in_java Insight measure
  stop_application
  stop_postgres
done
