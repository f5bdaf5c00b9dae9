#!/usr/bin/env bash
# Measures the start, the memory at rest and the pages staff look at all day. bench/README.md says how to read the result.
#   bench/pages.sh                          starts a RightDoor of its own, empty first, then the sample district
#   bench/pages.sh http://localhost:8080    measures the pages of one that runs
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

: "${CASES:=1000}" "${ROUNDS:=300}" "${PORT:=8099}" "${REST_SECONDS:=30}"
: "${STAFF:=admin@maple.example}" "${PASSWORD:=demo}"

pages() { java "$here/Pages.java" "$1" "$CASES" "$ROUNDS" "$STAFF" "$PASSWORD" "$here/../routing-rules/training"; }

if [ $# -gt 0 ]; then
  pages "$1"
  exit
fi

export RIGHTDOOR_DEMO_CASES="${RIGHTDOOR_DEMO_CASES:-26000}" # a term of a district of 30,000 students
work="$(mktemp -d)"
server=
stop() {
  [ -z "$server" ] || { kill "$server" && wait "$server" || true; } 2>/dev/null
  server=
}
trap 'stop; rm -rf "$work"' EXIT

# serve NAME [demo]: starts with the data directory of that name and says how long it took
serve() {
  local log="$work/$1.log" since=$EPOCHREALTIME
  RIGHTDOOR_DATA="$work/$1" QUARKUS_HTTP_PORT="$PORT" "$here/../bin/rightdoor" "${@:2}" >"$log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "http://localhost:$PORT/q/health/ready"; do
    kill -0 "$server" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.1
  done
  awk -v name="$1" -v from="$since" -v to="$EPOCHREALTIME" -v ticks="$(getconf CLK_TCK)" \
    '{ printf "%-44s %8.1f s, of them %.1f s on a core\n", "ready, " name, to - from, ($14 + $15) / ticks }' \
    "/proc/$server/stat"
}

memory() { awk -v when="$1" '/^VmRSS/ { printf "%-44s %8.0f MB\n", "resident " when, $2 / 1024 }' "/proc/$server/status"; }

"$here/../bin/rightdoor" rules check "$here/../routing-rules" >/dev/null # builds it first where needed

printf "%-44s %8.0f MB\n" "distribution" "$(du -sm "$here/../target/quarkus-app" | cut -f1)"
serve empty
sleep "$REST_SECONDS"
memory "at rest, empty"
stop
serve empty
stop
serve "sample district" demo
sleep "$REST_SECONDS"
memory "at rest, sample district"
pages "http://localhost:$PORT"
memory "after all this"
