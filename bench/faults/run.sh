#!/usr/bin/env bash
# Breaks everything around the packaged application while families write, and prints a table of what was lost. Some
# twenty minutes; bench/README.md says what is counted. On Linux, as root for the disk that fills up; the clock jumps where
# Debian's package libfaketime is installed.
#   bench/faults/run.sh                    KILLS=50 PAUSE=60 CUT=5
#   KILLS=3 PAUSE=5 CUT=2 bench/faults/run.sh   in a few minutes
#   FAULTS='disk|failover' bench/faults/run.sh  some of them
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export FAULTS="${FAULTS:-all}" KILLS="${KILLS:-50}" PAUSE="${PAUSE:-60}" CUT="${CUT:-5}" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
./mvnw -B -ntp -q package -DskipTests -Dspotless.check.skip
echo "What is said meanwhile stands in target/faults.log." >&2
./mvnw -B -ntp -q failsafe:integration-test failsafe:verify -Dit.test=FaultsIT -Dfailsafe.useFile=false 2>&1 |
  tee target/faults.log | grep --line-buffered -E '^(\||storm:|mail:|the database grew|\[ERROR\]   )' || status=$?
exit "${status:-0}"
