#!/usr/bin/env bash
# How much comes by each channel, and leaves: signed texts a second, mails through the webhook a second and answers a minute
# out, mails a minute from a mailbox read by IMAP. Needs psql.
#   CLIENTS=8 SECONDS_EACH=20 MAILS=2000 CHANNELS="texts mails imap" bench/channels.sh
set -euo pipefail
: "${CLIENTS:=8}" "${SECONDS_EACH:=20}" "${MAILS:=2000}" "${CHANNELS:=texts mails imap}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
for channel in $CHANNELS; do
  [ "$channel" = imap ] || "$here/snow.sh" "$channel" --clients "$CLIENTS" --seconds "$SECONDS_EACH"
done
[[ " $CHANNELS " == *" imap "* ]] || exit 0

source "$here/lib.sh"
built
cut -s -f2 "$bench"/../routing-rules/training/*.en.tsv | grep -v '["\\]' | awk 'length($0) > 20' >"$work/texts"
mkfifo "$work/end-mailbox"
java -XX:+UseSerialGC -Xmx256m -Dslf4j.internal.verbosity=ERROR -cp "$app/lib/main/*" "$bench/Mailbox.java" "$MAILS" "$work/texts" "$work/imap" \
  <"$work/end-mailbox" >"$work/mailbox.log" 2>&1 6>&- &
others=$!
exec 5>"$work/end-mailbox"
until [ -s "$work/imap" ]; do sleep 0.2; done
start_postgres
export RIGHTDOOR_IMAP_URL="imap://help%40maple.example:secret@127.0.0.1:$(cat "$work/imap")/INBOX"
start_application
held() { psql -qtAc "select count(*) from contact"; }
until [ "$(held)" -gt 0 ]; do sleep 0.2; done
first="$(held)" since=$EPOCHREALTIME
a="$(cpu_of_application)"; p="$(cpu_of_postgres)"
until [ "$(held)" -ge "$MAILS" ]; do sleep 0.5; done
awk -v n="$((MAILS - first))" -v a="$since" -v b="$EPOCHREALTIME" 'BEGIN { printf "by IMAP: %d mails in %.1f s, %.0f a minute\n", n, b - a, n * 60 / (b - a) }'
awk -v n="$((MAILS - first))" -v a="$a" -v b="$(cpu_of_application)" -v p="$p" -v q="$(cpu_of_postgres)" \
  'BEGIN { printf "processor a mail: application %.1f ms, PostgreSQL %.1f ms\n", (b - a) * 1000 / n, (q - p) * 1000 / n }'
