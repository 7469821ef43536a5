#!/usr/bin/env bash
# The one test command: installs what the tests need (Chromium, PostgreSQL, PDF tools, OpenSSL), starts a PostgreSQL of its own
# on a free port in a folder of its own, builds, runs every test, and closes with "N passed, N failed".
#   ./test.sh                everything
#   ./test.sh Tn.Journey     only the test projects whose name contains this
set -euo pipefail
cd "$(dirname "$0")"

only="${1:-}"
scratch="$(mktemp -d)"
results="$PWD/artifacts/test-results"
rm -rf "$results" && mkdir -p "$results"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
# Not counted how often each branch is taken: it makes a busy site cheaper over hours, and a test run dearer.
export DOTNET_TieredPGO=0

missing=()
# Chromium without its windows: the same engine, and a quarter less of the time.
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v openssl >/dev/null || missing+=(openssl)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing ${missing[*]} from the distribution's packages…"
  sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# PostgreSQL refuses to run as root: then it runs as the user its package made.
pgbin="$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")"
as_pg() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  as_pg() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
  chmod 711 "$scratch"
fi
mkdir "$scratch/pg"
[ "$(id -u)" = 0 ] && chown postgres "$scratch/pg"
port=55432
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
stop() {
  as_pg "$pgbin/pg_ctl" -D "$scratch/pg" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap stop EXIT
# It waits for no disk: no test cuts the machine's power, and nothing of it outlives them.
(
  cd "$scratch/pg"
  as_pg "$pgbin/initdb" -D "$scratch/pg" -U tn --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_pg "$pgbin/pg_ctl" -D "$scratch/pg" -w -l "$scratch/pg/log" \
    -o "-p $port -k $scratch/pg -c listen_addresses=127.0.0.1 -c max_connections=400 -c fsync=off" start >/dev/null
)
export TN_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=tn;Database=postgres;Maximum Pool Size=40"
export TN_TEST_CHROMIUM="$(command -v chromium-headless-shell)"

dotnet build TransitionNumerique.sln -c Release

# The two longest begin, side by side, and the short ones fill what is left: what waits for a page, a commit or a process that
# starts leaves its processor to the other.
projects="$(cd tests && printf '%s\n' Tn.Browser.Tests Tn.Web.Tests *.Tests | awk '!seen[$0]++' | grep -F -- "$only")" ||
  { echo "No test project's name contains « $only »."; exit 1; }
expected="$(wc -l <<<"$projects")"

# Told whole once it has ended, so that two projects do not speak at once.
run_project() {
  local said status=0
  said="$(dotnet test "tests/$1" -c Release --no-build --logger "trx;LogFileName=$1.trx" --results-directory "$2" 2>&1)" || status=$?
  printf '── %s\n%s\n' "$1" "$said"
  return "$status"
}
export -f run_project
every_project=passed
xargs -P 2 -I NAME bash -c 'run_project NAME "$1"' _ "$results" <<<"$projects" || every_project=failed

# The counts come from the result files, so that a project that never ran cannot pass for green.
total() { grep -ho "<Counters [^>]*" "$results"/*.trx | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed="$(total passed)"
failed="$(total failed)"
written="$(ls "$results"/*.trx 2>/dev/null | wc -l)"
if [ "$written" -ne "$expected" ]; then
  echo "Only $written of $expected test projects wrote results."
  failed=$((failed + expected - written))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$every_project" = passed ]
