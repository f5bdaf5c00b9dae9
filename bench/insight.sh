#!/usr/bin/env bash
# Measures the insight page at 10,000, 100,000 and 1,000,000 cases (twice as many contacts) of made-up years, in a PostgreSQL of
# its own that is thrown away. bench/README.md says how to read the result.
#   bench/insight.sh                    all three sizes
#   SIZES="10000" bench/insight.sh      one
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
: "${SIZES:=10000 100000 1000000}" "${ROUNDS:=100}"
app="$here/../target/quarkus-app"
learned="$here/../target/learned"

"$here/../bin/rightdoor" rules check "$here/../routing-rules" >/dev/null # builds it first where needed

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/data"
[ ! -d "$learned/model" ] || cp -r "$learned/model" "$work/data/model"
java -XX:+UseSerialGC -Xmx256m -cp "$app/lib/main/*" "$here/Insight.java" \
  "$work" "$here/../routing-rules" "$app/quarkus-run.jar" "$ROUNDS" $SIZES
