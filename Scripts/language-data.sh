#!/usr/bin/env bash
# language-data.sh FOLDER: makes the model of official documents from FOLDER/*.txt.xz (one paragraph a line), the
# confusion set from the Unihan database (Debian's unicode-data) and the weights from the sets in DUWANG_CORPUS.
set -euo pipefail

folder=$1
data=Sources/CLanguageData
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
Scripts/deps.sh --swift unicode-data bzip2 xz-utils
for text in "$folder"/*.txt.xz; do xz -dc "$text" >"$work/$(basename "$text" .xz)"; done
mkdir "$work/unihan"
for file in /usr/share/unicode/Unihan_*.txt.bz2; do bzip2 -dc "$file" >"$work/unihan/$(basename "$file" .bz2)"; done

build() {
  touch "$data/data.S" # The assembler's inputs are not known to the build.
  swift build -c release --static-swift-stdlib --product ProofreadingBenchmark
}
build
tool=.build/release/ProofreadingBenchmark
"$tool" model "$data/official.model" "$work"/*.txt
"$tool" confusions "$data/confusions.table" "$work/unihan" "$data/official.model"
build
# Thresholds are fixed on text that the model scoring it has not seen.
held=$work/policies.txt
rest=$(ls "$work"/*.txt | grep -v "$held")
# shellcheck disable=SC2086
"$tool" model "$work/reduced.model" $rest
"$tool" weights Sources/Proofreading/Resources/channel.tsv "$data/official.model" "$work/reduced.model" "$held"
build
