#!/bin/sh
# pgbouncer.sh TARGET
# Unpacks Debian's package pgbouncer, and of what it needs the two libraries that few machines have, below TARGET.
# Installs nothing, and leaves the system's package lists as they are.
set -eu
target=$1
mkdir -p "$target/debs" "$target/lists/partial" "$target/cache/archives/partial"
cd "$target/debs"

fetch() {
    libraries=$(apt-cache "$@" depends pgbouncer | awk '$1 == "Depends:" && $2 ~ /^lib(event-2|c-ares)/ { print $2 }')
    [ -n "$libraries" ] && apt-get -qq "$@" download pgbouncer $libraries
}
own="-o Dir::State::lists=$target/lists -o Dir::Cache=$target/cache -o APT::Sandbox::User=root -o Acquire::Languages=none"
fetch || { apt-get -qq $own update && fetch $own; }
for deb in *.deb; do
    dpkg-deb -x "$deb" "$target"
done
