#!/usr/bin/env bash
# Questions over HTTP against the same statements by pgbench, in turns on the same PostgreSQL. bench/README.md says how to
# read the result; needs wrk, pgbench and psql.
#   bench/intake.sh                      by words alone
#   ENCODER=yes bench/intake.sh          with the encoder
# PGBENCH= leaves pgbench out, PROFILE=file.jfr keeps a profile, SCRIPT=file keeps what pgbench runs, WARM_UP is in seconds.
set -euo pipefail
: "${CLIENTS:=1 8 32 128}" "${SECONDS_EACH:=10}" "${ROUNDS:=3}" "${ENCODER:=no}" "${WARM_UP:=60}" "${PROFILE:=}"
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

built
# Without its native library there is no encoder; what is learnt of the words is kept for the next time.
[ "$ENCODER" = yes ] || { JAVA_OPTS="${JAVA_OPTS:-} -Donnxruntime.native.path=/nowhere"; learned="$learned-words"; }
[ -z "$PROFILE" ] || JAVA_OPTS="${JAVA_OPTS:-} -XX:StartFlightRecording=filename=$PROFILE,settings=profile"
# What is done later (sending, counting) is measured by itself: bench/channels.sh. JOBS=true has it done meanwhile.
export JAVA_OPTS RIGHTDOOR_QUESTIONS_PER_MINUTE=1000000000 QUARKUS_SCHEDULER_ENABLED="${JOBS:-false}"
cut -s -f2 "$bench"/../routing-rules/training/*.en.tsv | grep -v '["\\]' | awk 'length($0) > 20' >"$work/texts"
export TEXTS="$work/texts"

ask() { wrk -t "$(( $1 < 2 ? 1 : 2 ))" -c "$1" -d "$2s" -s "$bench/intake.lua" "$address/api/inquiries"; }

# What one question says to PostgreSQL, as a script for pgbench.
capture() {
  psql -qc "alter system set log_statement = 'all'" -c "select pg_reload_conf()" >/dev/null; sleep 1
  local mark; mark="$(wc -c <"$work/queries.log")"
  # Numbers that stand nowhere else in what is said.
  psql -qtc "select setval('person_id_seq', 700000000000), setval('inquiry_number_seq', 800000000000)" >/dev/null
  local family="family$RANDOM$RANDOM@example.org" held
  held="$(curl -s "$address/api/inquiries" -H 'Content-Type: application/json' -H "Idempotency-Key: only-$RANDOM$RANDOM-once" \
    -d "{\"name\":\"Family One\",\"email\":\"$family\",\"text\":\"$1\"}")"
  psql -qc "alter system set log_statement = 'none'" -c "select pg_reload_conf()" >/dev/null; sleep 1
  tail -c "+$((mark + 1))" "$work/queries.log" >"$work/one.log"
  local token; token="$(grep -o 'cases/[A-Za-z0-9_-]*' <<<"$held" | head -1 | cut -d/ -f2)"
  local key; key="$(grep -o 'only-[0-9]*-once' "$work/one.log" | head -1)"
  python3 "$bench/pgbench-script.py" "$work/one.log" 700000000001 800000000001 "$key" "$token" "$family" >"$work/one.sql"
}

start_postgres logging_collector=on "log_directory=$work" log_filename=queries.log
psql -qc "alter system set log_line_prefix = '%m [%p] '" -c "alter system set log_parameter_max_length = -1" -c "select pg_reload_conf()" >/dev/null
start_application
[ -d "$learned/model" ] || { mkdir -p "$learned"; cp -r "$work/data/model" "$learned/"; }
echo "ready after $ready_after s"
ask 8 "$WARM_UP" | grep -E 'Requests/sec|Non-2xx' || true
# Texts that call a person take another road, with many more statements than those that pgbench is to repeat.
psql -qtAc "select c.text from contact c join alert a on a.inquiry_number = c.inquiry_number" | sort -u >"$work/calling"
grep -vxFf "$work/calling" "$work/texts" >"$work/everyday" && mv "$work/everyday" "$work/texts"
echo "left out $(wc -l <"$work/calling") texts that call a person, of those asked; $(wc -l <"$work/texts") are left"
# One of usual length that went the road of most.
capture "$(psql -qtAc "with plain as (select c.text from contact c where not exists (select from alert a where a.inquiry_number = c.inquiry_number)
    and not exists (select from clarification q where q.inquiry_number = c.inquiry_number)
    and not exists (select from part p where p.inquiry_number = c.inquiry_number) and c.text !~ '[\"\\\\\n]')
  select text from plain order by length(text) offset (select count(*) / 2 from plain) limit 1")"
[ -z "${SCRIPT:-}" ] || cp "$work/one.sql" "$SCRIPT"
echo "$(( $(wc -l <"$work/one.sql") - 1 )) statements a question"

printf '%8s %12s %12s %7s %18s %18s\n' clients http/s pgbench/s ratio 'ms CPU app/question' 'ms CPU PG/question'
for clients in $CLIENTS; do
  : >"$work/http"; : >"$work/pgbench"; : >"$work/cpu"; : >"$work/cpupg"
  for round in $(seq "$ROUNDS"); do
    a="$(cpu_of_application)"; p="$(cpu_of_postgres)"
    ask "$clients" "$SECONDS_EACH" >"$work/wrk"
    grep Non-2xx "$work/wrk" || true
    awk '/Requests\/sec/ { print $2 }' "$work/wrk" >>"$work/http"
    many="$(awk '/requests in/ { print $1 }' "$work/wrk")"
    awk -v a="$a" -v b="$(cpu_of_application)" -v n="$many" 'BEGIN { printf "%.3f\n", (b - a) * 1000 / n }' >>"$work/cpu"
    awk -v a="$p" -v b="$(cpu_of_postgres)" -v n="$many" 'BEGIN { printf "%.3f\n", (b - a) * 1000 / n }' >>"$work/cpupg"
    [ -z "${PGBENCH-yes}" ] || pgbench -n -M prepared -c "$clients" -j "$(( clients < 2 ? 1 : 2 ))" -T "$SECONDS_EACH" -f "$work/one.sql" \
      >"$work/pgbench.out" 2>"$work/pgbench.err" || { tail -3 "$work/pgbench.err" >&2; exit 1; }
    [ -z "${PGBENCH-yes}" ] || awk '/^tps/ { print $3 }' "$work/pgbench.out" >>"$work/pgbench"
  done
  [ -s "$work/pgbench" ] || echo 0 >"$work/pgbench"
  paste "$work/http" "$work/pgbench" | awk '{ print $2 ? $1 / $2 : 0 }' >"$work/ratio"
  printf '%8s %12.0f %12.0f %7.2f %18s %18s\n' "$clients" "$(median <"$work/http")" "$(median <"$work/pgbench")" \
    "$(median <"$work/ratio")" "$(median <"$work/cpu")" "$(median <"$work/cpupg")"
done
echo "resident $(memory_of_application) MB"
