#!/usr/bin/env bash
# bench.sh FOLDER: the programs of FOLDER (duwang, BareLoop, ExtractionBenchmark) on a site of 5,000 pages on loopback, beside
# curl --parallel and a bare loop of libcurl and libxml2 in C, in one run; then the demo, and reading the pages of DUWANG_CORPUS.
set -euo pipefail

programs=$(realpath "$1")
scripts=$(cd "$(dirname "$0")/bench" && pwd)
pages=${BENCH_PAGES:-5000}
few=$((pages / 5))
work=$(mktemp -d)
chmod 755 "$work"  # nginx serves as a user of its own
nginx=
trap '[ -z "$nginx" ] || kill "$nginx"; rm -rf "$work"' EXIT
cd "$work"

measure() { "$programs/BareLoop" measure "$@" || { echo "未能完成：$*" >&2; return 1; }; }

# serve PAGES: writes the site and puts its address in $site.
serve() {
  [ -z "$nginx" ] || { kill "$nginx"; wait "$nginx" || true; }
  rm -rf site && mkdir site
  awk -v root=site -v pages="$1" -f "$scripts/site.awk"
  local port=$((20000 + RANDOM % 20000))
  site=http://127.0.0.1:$port
  sed "s|WORK|$work|g; s|PORT|$port|g" "$scripts/nginx.conf" >nginx.conf
  nginx -e error.log -p "$work" -c "$work/nginx.conf" &
  nginx=$!
  for _ in $(seq 50); do curl -sfo /dev/null "$site/" && return; sleep 0.1; done
  cat error.log >&2
  return 1
}

targets() {
  cat >Targets.yaml <<YAML
version: 1
sites: [{ id: site, name: 某县人民政府, home: $site/ }]
fetch: { per_host: { connections: 16, rate: 1000/s }, recheck_after: 1s, retries: 0, allow_private_addresses: true }
units: [{ id: office, name: 政府办公室, kind: office }]
YAML
}

# kinds FILE KEY: how many results or findings of which kind.
kinds() { grep -o "\"$2\" *: *\"[a-z0-9-]*\"" "$1" | sed 's/.*: *//; s/"//g' | sort | uniq -c | sort -rn | awk '{ printf "%s %s  ", $1, $2 }'; }

links() { "$programs/duwang" links --allow-private --connections 16 --recheck-after 1 --quiet --json "$site/"; }

serve "$few"
printf '%-34s %8s %10s %8s\n' "程序" "页/秒" "CPU秒/千页" "内存MB"
measure "duwang links（$few页）" "$few" "$programs/duwang" links --allow-private --connections 16 --recheck-after 1 \
  --quiet --json "$site/"
targets
measure "duwang read daily（$few页）" "$few" "$programs/duwang" read daily --quiet --now 2019-01-01T08:00:00+08:00

rm -rf .duwang Reports
serve "$pages"
targets
(cd site && find . -name '*.html' | sed "s|^\.|url = $site|; s|\$|\noutput = /dev/null|") >urls
measure "curl --parallel（只取不读）" "$pages" curl -s --parallel --parallel-max 16 -K urls
measure "C：libcurl + libxml2" "$pages" "$programs/BareLoop" "$site/" 16
measure "duwang links" "$pages" "$programs/duwang" links --allow-private --connections 16 --recheck-after 1 --quiet --json "$site/"
measure "duwang read daily，首日" "$pages" "$programs/duwang" read daily --quiet --now 2019-01-01T08:00:00+08:00
measure "duwang read daily，次日（304）" "$pages" "$programs/duwang" read daily --quiet --now 2019-01-02T08:00:00+08:00
"$programs/BareLoop" "$site/" 16
links >links.json
echo "duwang links：$(kinds links.json status)"
echo "duwang read daily：$(kinds "$(ls Reports/daily/*/report.json | tail -1)" kind)"

start=$(date +%s.%N)
"$programs/duwang" demo --quiet >table.txt
end=$(date +%s.%N)
awk -v start="$start" -v end="$end" 'BEGIN { printf "示例网站三日读取用时 %.1f 秒\n", end - start }'
"$programs/ExtractionBenchmark"
