#!/usr/bin/env bash
# A thousand mails with duplicates, absences, bounces and robots that answer everything: prints what became of them.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -B test -Dtest=MailRobotsIT -Dsurefire.useFile=false
