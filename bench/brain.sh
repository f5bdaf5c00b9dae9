#!/usr/bin/env bash
# Measures how well and how fast messages are read, and prints the table of docs/benchmarks.md.
#   bench/brain.sh [DATA]    DATA holds clinc150/, nlpjs/, language/ and real-questions-dev.tsv; ../shared/data when not given
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
home="$here/.."
data="${1:-$home/../shared/data}"
rules="$home/routing-rules"
[ -d "$data" ] || { echo "SKIPPED: there is no benchmark data in $data" >&2; exit 0; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# 15,000 texts of 150 labels with the vectors of all of them are more than a district's.
export RIGHTDOOR_HEAP="${RIGHTDOOR_HEAP:-1200m}"
evaluate() { "$home/bin/rightdoor" evaluate "$@" --json | tail -n 1; }
figure() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p"; } # NAME: from the JSON object it is fed
percent() { awk -v share="$1" 'BEGIN { printf "%.1f %%", 100 * share }'; }
row() { printf '| %-62s | %10s | %10s |\n' "$1" "$2" "$3"; }
shuffled() { awk -v seed="$1" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' "$2" | sort -n | cut -f 2-; } # SEED FILE
few() { awk -F'\t' -v most="$1" 'count[$1]++ < most' "$2"; } # COUNT FILE: the first texts of each label

"$home/bin/rightdoor" rules check "$rules" >/dev/null # builds it first where needed
classes="$(printf '%s:' "$home"/target/quarkus-app/app/*.jar "$home"/target/quarkus-app/lib/*/*.jar)"
javac -d "$work" -cp "$classes" "$here/Brain.java"
brain() { java -XX:+UseSerialGC -Xms64m "-Xmx${BRAIN_HEAP:-384m}" -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=35 \
  -XX:-ShrinkHeapInSteps -Dorg.jboss.logging.provider=jdk -cp "$work:$classes" Brain "$@" 2>/dev/null | tail -n 1; }

row "what" "at least" "measured"
row "---" "---" "---"

clinc="$(evaluate --train "$data/clinc150/train.tsv" --test "$data/clinc150/test.tsv" \
  --out-of-scope "$data/clinc150/oos_test.tsv" --validate "$data/clinc150/valid.tsv" \
  --validate-out-of-scope "$data/clinc150/oos_valid.tsv")"
row "CLINC150: right of those in scope, no threshold" "96.0 %" "$(percent "$(figure accuracy <<<"$clinc")")"
row "CLINC150: the same, at the threshold" "95.5 %" "$(percent "$(figure inScopeAccuracyAtThreshold <<<"$clinc")")"
row "CLINC150: out of scope and turned away, at the threshold" "72 %" "$(percent "$(figure oosRecall <<<"$clinc")")"
row "CLINC150: AUROC of in scope against out of scope" "97.5 %" "$(percent "$(figure oosAuroc <<<"$clinc")")"
row "CLINC150: expected calibration error (at most)" "1.5 %" "$(percent "$(figure ece <<<"$clinc")")"
row "CLINC150: learning its 15,000 texts, encoding them included" "" "$(figure trainSeconds <<<"$clinc") s"

words="$(evaluate --words --train "$data/clinc150/train.tsv" --test "$data/clinc150/test.tsv")"
row "CLINC150: right by words alone, without the encoder" "90 %" "$(percent "$(figure accuracy <<<"$words")")"

tac "$data/clinc150/train.tsv" >"$work/reversed.tsv"
for count in 10 5; do
  few "$count" "$data/clinc150/train.tsv" >"$work/first.tsv"
  few "$count" "$work/reversed.tsv" >"$work/last.tsv"
  for draw in 1 2; do
    shuffled "$draw" "$data/clinc150/train.tsv" >"$work/shuffled.tsv"
    few "$count" "$work/shuffled.tsv" >"$work/draw $draw of.tsv"
  done
  asked=92; [ "$count" = 10 ] || asked=89.5
  for part in first last "draw 1 of" "draw 2 of"; do
    right="$(evaluate --train "$work/$part.tsv" --test "$data/clinc150/test.tsv" | figure accuracy)"
    row "CLINC150: right, learnt from the $part $count texts of each label" "$asked %" "$(percent "$right")"
  done
done

for language in es en; do
  right="$(evaluate --train "$data/nlpjs/$language-train.tsv" --test "$data/nlpjs/$language-test.tsv" | figure accuracy)"
  asked="93 %"; [ "$language" = es ] || asked=""
  row "nlp.js, 50 intents of 5 phrasings each: right, $language" "$asked" "$(percent "$right")"
done

# Two labels in three have an answer with five phrasings; questions with the third label, and those out of scope, have none.
answered() { # NAME MORE...
  found="$(evaluate --answers "$work/phrasings.tsv" --test "$work/asked.tsv" "${@:2}")"
  row "answers, $1: right of those given, 98 % wanted" "98 %" "$(percent "$(figure precisionAt98 <<<"$found")")"
  row "answers, $1: questions with an answer that got one" "" "$(percent "$(figure coverageAt98 <<<"$found")")"
  row "answers, $1: questions without one that got one" "" "$(percent "$(figure outOfScopeAnsweredAt98 <<<"$found")")"
}
answers() { # NAME TRAIN TEST [OUT_OF_SCOPE]
  cut -f 1 "$2" | sort -u | awk 'NR % 3' >"$work/answered"
  shuffled 1 "$2" >"$work/shuffled.tsv"
  few 5 "$work/shuffled.tsv" | awk -F'\t' 'NR == FNR { has[$1]; next } $1 in has' "$work/answered" - >"$work/phrasings.tsv"
  {
    awk -F'\t' -v OFS='\t' 'NR == FNR { has[$1]; next } { print ($1 in has ? $1 : "-"), $2 }' "$work/answered" "$3"
    [ -z "${4:-}" ] || sed 's/^[^\t]*/-/' "$4"
  } >"$work/asked.tsv"
  answered "$1"
  answered "$1, by words alone" --words
}
answers "CLINC150" "$data/clinc150/train.tsv" "$data/clinc150/test.tsv" "$data/clinc150/oos_test.tsv"
for language in es en; do
  answers "nlp.js, $language" "$data/nlpjs/$language-train.tsv" "$data/nlpjs/$language-test.tsv"
done

routing="$(evaluate --routing --test "$data/real-questions-dev.tsv")"
row "routing as shipped: right department first" "85 %" "$(percent "$(figure accuracy <<<"$routing")")"
row "routing as shipped: right department among the first three" "95 %" "$(percent "$(figure top3 <<<"$routing")")"
row "reading a message, p50 (at most)" "5 ms" "$(figure p50Millis <<<"$routing") ms"
row "reading a message, p99 (at most)" "15 ms" "$(figure p99Millis <<<"$routing") ms"

again="$(brain again "$rules" "$work/model")"
row "learning $(cat "$rules"/training/*.tsv | grep -vc '^#') texts again, vectors kept (at most)" "20 s" "$again s"
row "language of texts of at most 15 characters told rightly" "89 %" \
  "$(percent "$(brain language "$rules" "$work/model" "$data/language/short.tsv")")"
row "one question of a district said to hold two matters" "" \
  "$(percent "$(brain matters "$rules" "$work/model" "$data/real-questions-dev.tsv")")"
with="$(brain memory "$rules" "$work/model")"
without="$(brain rules "$rules")"
row "resident memory that reading adds (at most)" "250 MB" "$(awk -v a="$with" -v b="$without" 'BEGIN { printf "%.0f MB", a - b }')"
