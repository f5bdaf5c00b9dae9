#!/usr/bin/env bash
# Measures the inbox, search and the case page at 10,000, 100,000 and 1,000,000 cases, each in a PostgreSQL of its own, and keeps
# the plans of their queries. bench/README.md says how to read the result.
#   bench/inbox.sh                                   all three sizes, in databases that are thrown away
#   KEPT=dir SIZES=1000000 ROUNDS=0 bench/inbox.sh   makes one, and keeps it in that directory
#   KEPT=dir SIZES=1000000 bench/inbox.sh            measures in it
# PROFILE=file.jfr keeps a profile; needs wrk and psql.
set -euo pipefail
: "${SIZES:=10000 100000 1000000}" "${ROUNDS:=300}" "${WARM_UP:=20}" "${SECONDS_OF_LOAD:=10}" "${PROFILE:=}" "${KEPT:=}"
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
: "${PLANS:=$bench/../target/plans}"

built
mkdir -p "$PLANS"
export ROUNDS WARM_UP SECONDS_OF_LOAD RIGHTDOOR_SECOND_FACTOR=optional
for size in $SIZES; do
  start_filled Inbox "$size" logging_collector=on "log_directory=$work" log_filename=queries.log \
    maintenance_work_mem=512MB session_preload_libraries=auto_explain
  [ "$ROUNDS" = 0 ] && { stop_postgres; continue; }
  JAVA_OPTS="${JAVA_OPTS:-} ${PROFILE:+-XX:StartFlightRecording=filename=$PROFILE,settings=profile}" start_application
  until_it_rests
  in_java Inbox measure "$size" "$PLANS" "$work/queries.log" "$server"
  stop_application
  stop_postgres
done
