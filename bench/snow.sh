#!/usr/bin/env bash
# A snow morning, or one channel at full speed. bench/README.md says how to read the result; needs psql.
#   bench/snow.sh                                  20,000 families in 30 minutes, 60 staff
#   bench/snow.sh --minutes 3 --families 2000      a shorter one, as busy
#   bench/snow.sh texts                            signed texts, as many as 8 clients bring in 20 seconds
#   bench/snow.sh mails                            the same of mails through the webhook, and how quickly the answers leave
set -euo pipefail
what=snow minutes=30 families=20000 staff=60 clients=8 seconds=20 after=20
while [ $# -gt 0 ]; do
  case "$1" in
    snow|texts|mails) what="$1" ;;
    --minutes|--families|--staff|--clients|--seconds|--after) declare "${1#--}=$2"; shift ;;
    *) sed -n '2,7p' "$0" >&2; exit 1 ;;
  esac
  shift
done
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

built
cut -s -f2 "$bench"/../routing-rules/training/*.en.tsv | grep -v '["\\]' | awk 'length($0) > 20' >"$work/texts"
start_postgres
mkfifo "$work/go"
java -XX:+UseSerialGC -Xmx256m "$bench/Snow.java" "$what" http://unknown "$work/texts" "$work/standins" <"$work/go" >"$work/report" 6>&- &
families_process=$!
others=$families_process
exec 5>"$work/go"
until [ -s "$work/standins" ]; do sleep 0.2; done
read -r twilio smtp <"$work/standins" || true # it ends without a new line
export TWILIO_ACCOUNT_SID=AC0123456789abcdef0123456789abcdef TWILIO_AUTH_TOKEN=token-of-the-bench TWILIO_FROM=+14105550100 \
  TWILIO_API_BASE="http://127.0.0.1:$twilio" RIGHTDOOR_API_KEY=key-of-the-bench RIGHTDOOR_SMTP_URL="smtp://127.0.0.1:$smtp" \
  RIGHTDOOR_MAIL_FROM=help@maple.example RIGHTDOOR_QUESTIONS_PER_MINUTE=1000000000 RIGHTDOOR_SECOND_FACTOR=optional \
  RIGHTDOOR_TWILIO_TEXTS_PER_SECOND=1000 RIGHTDOOR_TWILIO_QUIET_FROM=23:59 RIGHTDOOR_TWILIO_QUIET_UNTIL=00:00
start_application
echo "ready after $ready_after s, then resident $(memory_of_application) MB"
hash="$(java -cp "$app/lib/main/*" "$bench/Hash.java" 'three plain words')"
departments="$(psql -qtAc "select 1" >/dev/null; grep -oE '^[a-z][a-z-]*:' "$bench/../routing-rules/departments.yml" | tr -d : | paste -sd,)"
psql -qc "insert into staff (email, name, password, roles, departments)
  select 'bench' || n || '@maple.example', 'Bench ' || n, '$hash', case when n = 0 then 'admin' else 'agent' end,
    array[(string_to_array('$departments', ','))[1 + n % $(tr ',' '\n' <<<"$departments" | wc -l)]] from generate_series(0, $staff) n"
a="$(cpu_of_application)"; p="$(cpu_of_postgres)"
if [ "$what" = snow ]; then echo "http://localhost:$port $families $minutes $staff $after" >&5; else echo "http://localhost:$port $clients $seconds 0 $after" >&5; fi
most=0
while kill -0 "$families_process" 2>/dev/null; do
  now="$(memory_of_application)"; [ "$now" -le "$most" ] || most="$now"
  sleep 1
done
cat "$work/report"
awk -v a="$a" -v b="$(cpu_of_application)" -v p="$p" -v q="$(cpu_of_postgres)" -v most="$most" \
  'BEGIN { printf "processor: application %.1f s, PostgreSQL %.1f s; resident at most %d MB\n", b - a, q - p, most }'
psql -qtA -F ' ' -c "select 'cases ' || (select count(*) from inquiry) || ', contacts ' || (select count(*) from contact)
  || ', answered by themselves ' || (select count(*) from reply where automatic and answer_id is not null)
  || ', replies waiting ' || (select count(*) from reply where state = 'QUEUED')"
