# What the measurements share: a PostgreSQL that is thrown away, the packaged application on it, and how much each of them
# used. To be sourced; everything started here is ended when the script ends.
bench="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
top="$(dirname "$bench")"
app="${APP:-$top/target/quarkus-app}" # APP: another build, to compare with
learned="$bench/../target/learned"
work="$(mktemp -d)"
home="$work" # where PostgreSQL and the application have their data
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
  stop_postgres
  [ -n "${KEEP:-}" ] && cp "$work"/*.log "$KEEP"/ 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

# Builds it where that is needed.
built() { [ -n "${APP:-}" ] || "$bench/../bin/rightdoor" rules check "$bench/../routing-rules" >/dev/null; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_postgres [setting=value ...]: then $database is its address, and $pgport its port
start_postgres() {
  rm -f "$work/end-postgres" "$work/pgport"
  mkfifo "$work/end-postgres"
  java -XX:+UseSerialGC -Xmx256m -Dslf4j.internal.verbosity=ERROR -cp "$app/lib/main/*" "$bench/Postgres.java" "$home" "$work/pgport" "$@" \
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

stop_postgres() {
  [ -z "$postgres" ] || { exec 6>&-; kill "$postgres" && wait "$postgres" || true; } 2>/dev/null
  postgres=
}

# start_filled NAME SIZE [setting=value ...]: a PostgreSQL with as many cases as NAME.java makes; in the directory $KEPT, where
# that is set, it is made once and then found again.
start_filled() {
  local name="$1" size="$2"
  home="$(realpath -m "${KEPT:-$work}")/$name-$size"
  [ -e "$home/filled" ] || rm -rf "$home"
  mkdir -p "$home"
  start_postgres "${@:3}"
  echo "$size cases"
  [ ! -e "$home/filled" ] || return 0
  start_application
  in_java "$name" fill "$size"
  stop_application
  start_application # as on any morning; then it looks at each promise
  sleep 20
  until_it_rests
  stop_application
  touch "$home/filled"
}

# in_java NAME ARGUMENTS: runs bench/NAME.java, with the others beside it
in_java() {
  mkdir -p "$work/classes"
  javac -d "$work/classes" -sourcepath "$bench" -cp "$app/lib/main/*" "$bench/$1.java"
  ADDRESS="${address:-}" BENCH="$bench" java -XX:+UseSerialGC -Xmx256m -cp "$work/classes:$app/lib/main/*" "$@"
}

# Waits until the application has done what it does after a start, or after much has come at once: promises are given dates,
# what is late is said.
until_it_rests() {
  local since=$SECONDS before now
  before="$(done_so_far)"
  while sleep 5; do
    now="$(done_so_far)"
    awk -v a="$before" -v b="$now" 'BEGIN { split(a, was); split(b, is); exit is[1] - was[1] > 0.5 || is[2] - was[2] > 5 }' && break
    before="$now"
  done
  echo "rests after $((SECONDS - since)) s"
}

# Processor seconds, and changes of cases.
done_so_far() { echo "$(cpu_of_application) $(psql -Atc "select last_value from list_change")"; }

# start_application: with what is in JAVA_OPTS and the environment; then $server is its process and $address where it listens
start_application() {
  port="$(free_port)"
  address="http://127.0.0.1:$port"
  mkdir -p "$home/data"
  if [ -d "$learned/model" ] && [ ! -d "$home/data/model" ]; then cp -r "$learned/model" "$home/data/model"; fi
  local known=() start="$bench/../target/start" # what bin/rightdoor wrote down of a start
  if [ -z "${APP:-}" ] && [ -f "$start.aot" ]; then known=("-XX:AOTCache=$start.aot" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable -Xlog:all=error:stderr); fi
  if [ -z "${APP:-}" ] && [ -f "$start.jsa" ]; then known=("-XX:SharedArchiveFile=$start.jsa" -Xlog:cds=off); fi
  started=$EPOCHREALTIME
  RIGHTDOOR_DATA="$home/data" RIGHTDOOR_RULES="${RULES:-$bench/../routing-rules}" RIGHTDOOR_DATABASE_URL="$database" \
  QUARKUS_HTTP_PORT="$port" MALLOC_ARENA_MAX=2 \
    "$bench/../bin/java" ${known[@]+"${known[@]}"} -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockExperimentalVMOptions -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=60000 \
    -XX:+UseSerialGC -Xms64m -Xmx"${RIGHTDOOR_HEAP:-512m}" -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=20 -Xmn32m -XX:-ShrinkHeapInSteps \
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
  local master; master="$(head -1 "$home/postgres/postmaster.pid")"
  # its own, that of processes that have ended, and that of those that run
  { awk '{ print $14 + $15 + $16 + $17 }' "/proc/$master/stat"
    for child in $(pgrep -P "$master"); do awk '{ print $14 + $15 }' "/proc/$child/stat" 2>/dev/null || true; done
  } | awk -v ticks="$ticks" '{ all += $1 } END { print all / ticks }'
}

memory_of_application() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }

median() { sort -n | awk '{ all[NR] = $1 } END { print (NR % 2) ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }
