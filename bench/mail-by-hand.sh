#!/usr/bin/env bash
# Debian's Exim and Dovecot as a district's mail server, on 127.0.0.1 and high ports only (docs/mail-by-hand.md).
#   bench/mail-by-hand.sh start|stop      needs root, and: apt-get install -y dovecot-imapd exim4-daemon-light
#   bench/mail-by-hand.sh send FROM TO FILE
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
mail="${MAIL:-/tmp/rightdoor-mail}"

case "${1:-}" in
  start)
    mkdir -p "$mail"/{spool,log,run,maildir}
    sed "s,MAIL,$mail,g" "$here/mail/dovecot.conf" >"$mail/dovecot.conf"
    chown -R Debian-exim:Debian-exim "$mail"/{spool,log,maildir}
    exim4 -C "$here/mail/exim.conf" -DMAIL="$mail" -bd -q5s
    dovecot -c "$mail/dovecot.conf"
    echo "SMTP on 127.0.0.1:11025, IMAP on 127.0.0.1:11143, mail and logs in $mail"
    ;;
  stop)
    doveadm -c "$mail/dovecot.conf" stop
    kill "$(cat "$mail/exim.pid")"
    ;;
  send)
    curl -sS --url smtp://127.0.0.1:11025 --mail-from "$2" --mail-rcpt "$3" -T "$4" --crlf
    ;;
  *)
    sed -n 2,4p "$0" >&2
    exit 2
    ;;
esac
