# What the measurements share: a PostgreSQL that is thrown away, the packaged application on it, and how much each of them
# used. To be sourced; everything started here is ended when the script ends.
bench="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
app="${APP:-$bench/../target/quarkus-app}" # APP: another build, to compare with
learned="$bench/../target/learned"
work="$(mktemp -d)"
ticks="$(getconf CLK_TCK)"
port=
database=
server=
postgres=
others= # what else is to be ended
pgport=

end() {
  stop_application
  [ -z "$others" ] || kill "$others" 2>/dev/null || true
  [ -z "$postgres" ] || { exec 6>&-; kill "$postgres" && wait "$postgres" || true; } 2>/dev/null
  [ -n "${KEEP:-}" ] && cp "$work"/*.log "$KEEP"/ 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

# Builds it where that is needed.
built() { [ -n "${APP:-}" ] || "$bench/../bin/rightdoor" rules check "$bench/../routing-rules" >/dev/null; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_postgres [setting=value ...]: then $database is its address, and $pgport its port
start_postgres() {
  mkfifo "$work/end-postgres"
  java -XX:+UseSerialGC -Xmx256m -Dslf4j.internal.verbosity=ERROR -cp "$app/lib/main/*" "$bench/Postgres.java" "$work" "$work/pgport" "$@" \
    <"$work/end-postgres" >"$work/postgres.log" 2>&1 &
  postgres=$!
  exec 6>"$work/end-postgres"
  until [ -s "$work/pgport" ]; do
    kill -0 "$postgres" 2>/dev/null || { cat "$work/postgres.log" >&2; exit 1; }
    sleep 0.2
  done
  pgport="$(cat "$work/pgport")"
  database="postgresql://postgres:postgres@127.0.0.1:$pgport/postgres"
  export PGHOST=127.0.0.1 PGPORT="$pgport" PGUSER=postgres PGPASSWORD=postgres PGDATABASE=postgres
}

# start_application: with what is in JAVA_OPTS and the environment; then $server is its process and $address where it listens
start_application() {
  port="$(free_port)"
  address="http://127.0.0.1:$port"
  mkdir -p "$work/data"
  if [ -d "$learned/model" ] && [ ! -d "$work/data/model" ]; then cp -r "$learned/model" "$work/data/model"; fi
  started=$EPOCHREALTIME
  RIGHTDOOR_DATA="$work/data" RIGHTDOOR_RULES="${RULES:-$bench/../routing-rules}" RIGHTDOOR_DATABASE_URL="$database" \
  QUARKUS_HTTP_PORT="$port" MALLOC_ARENA_MAX=2 \
    java -XX:+UseSerialGC -Xms64m -Xmx"${RIGHTDOOR_HEAP:-512m}" -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=35 -XX:-ShrinkHeapInSteps \
    ${JAVA_OPTS:-} -jar "$app/quarkus-run.jar" >"$work/application.log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "$address/q/health/ready"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/application.log" >&2; exit 1; }
    sleep 0.1
  done
  ready_after="$(awk -v a="$started" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')"
}

stop_application() {
  [ -z "$server" ] || { kill "$server" && wait "$server" || true; } 2>/dev/null
  server=
}

# Processor seconds that a process has used.
cpu_of() { awk -v ticks="$ticks" '{ print ($14 + $15) / ticks }' "/proc/$1/stat"; }

# The same of the application and of all that PostgreSQL runs.
cpu_of_application() { cpu_of "$server"; }
cpu_of_postgres() {
  local master; master="$(head -1 "$work/postgres/postmaster.pid")"
  # its own, that of processes that have ended, and that of those that run
  { awk '{ print $14 + $15 + $16 + $17 }' "/proc/$master/stat"
    for child in $(pgrep -P "$master"); do awk '{ print $14 + $15 }' "/proc/$child/stat" 2>/dev/null || true; done
  } | awk -v ticks="$ticks" '{ all += $1 } END { print all / ticks }'
}

memory_of_application() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }

median() { sort -n | awk '{ all[NR] = $1 } END { print (NR % 2) ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }
