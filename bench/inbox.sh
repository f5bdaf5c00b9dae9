#!/usr/bin/env bash
# Measures the inbox, search and the case page at 10,000, 100,000 and 1,000,000 cases, in a PostgreSQL of its own that is
# thrown away, and keeps the plans of their queries. bench/README.md says how to read the result.
#   bench/inbox.sh                    all three sizes
#   SIZES="10000" bench/inbox.sh      one
# PROFILE=file.jfr keeps a profile; needs wrk.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
: "${SIZES:=10000 100000 1000000}" "${ROUNDS:=300}" "${SECONDS_OF_LOAD:=10}" "${PLANS:=$here/../target/plans}"
app="${APP:-$here/../target/quarkus-app}"
learned="$here/../target/learned"

[ -n "${APP:-}" ] || "$here/../bin/rightdoor" rules check "$here/../routing-rules" >/dev/null # builds it first where needed

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/data" "$PLANS"
[ ! -d "$learned/model" ] || cp -r "$learned/model" "$work/data/model"
java -XX:+UseSerialGC -Xmx256m -cp "$app/lib/main/*" "$here/Inbox.java" \
  "$work" "$here/../routing-rules" "$app/quarkus-run.jar" "$PLANS" "$ROUNDS" "$SECONDS_OF_LOAD" $SIZES
