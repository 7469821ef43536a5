#!/usr/bin/env bash
# Keeps the demonstration's databases as the version checked out here makes them, for UpgradeTests of the versions to come.
# Run it on a landed version, after a Release build, with a PostgreSQL to write to:
#   TN_TEST_POSTGRESQL_URL=postgresql://tn@127.0.0.1:55432 tests/Tn.Testing/Landed/keep.sh
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../../.."
scratch="$(mktemp -d)"
url="$TN_TEST_POSTGRESQL_URL"
name="tn_landed_$$"
trap 'psql -q "$url/postgres" -c "drop database if exists $name with (force)"; rm -rf "$scratch"' EXIT
psql -q "$url/postgres" -c "create database $name"

# Plays the demonstration and stops when every event was handled.
play() {
  ASPNETCORE_ENVIRONMENT=Development dotnet "$root/src/Tn.Web/bin/Release/net10.0/Tn.Web.dll" --contentRoot "$root/src/Tn.Web" \
    --data "$scratch/$1" --urls http://127.0.0.1:55999 "${@:3}" >"$scratch/$1.log" 2>&1 &
  local site=$!
  until curl -sf http://127.0.0.1:55999/health/ready >/dev/null && [ "$(eval "$2")" = 0 ]; do sleep 1; done
  kill "$site" && wait "$site" || true
}
left='select count(*) from platform_outbox where "HandledAt" is null'
# Enough mails and events to prove that they are kept; all of them would weigh more than everything else.
trim='delete from platform_mails where "Key" not in (select "Key" from platform_mails order by "Key" limit 20); delete from platform_outbox where "Sequence" > 150;'

play sqlite "sqlite3 '$scratch/sqlite/tn.db' '$left'"
sqlite3 "$scratch/sqlite/tn.db" "$trim" "vacuum into '$scratch/tn.db'"
play postgresql "psql -qtA '$url/$name' -c '$left'" --Database:Provider postgresql --Database:ConnectionString \
  "$(echo "$url/$name" | sed -E 's#postgresql://([^@]+)@([^:]+):([0-9]+)/(.*)#Host=\2;Port=\3;Username=\1;Database=\4#')"
psql -q "$url/$name" -c "$trim"
pg_dump "$url/$name" -N hangfire --inserts --rows-per-insert=50 --no-owner --no-privileges --no-comments | grep -v -e '^\\' -e '^--' >"$scratch/tn.sql"
brotli -q 11 -w 24 -f "$scratch/tn.db" -o "$here/tn.db.br"
brotli -q 11 -w 24 -f "$scratch/tn.sql" -o "$here/tn.sql.br"
