#!/bin/sh
# provision.sh TARGET VERSION vector|plain
# Builds TARGET, a PostgreSQL server tree that needs no installation:
#   TARGET/pg    bin, lib and share, from the io.zonky.test.postgres binaries that Maven fetches
#   TARGET/data  a freshly initialised data directory to copy (user postgres, password tenon)
# With "vector", pgvector is compiled into the tree: Debian's source against Debian's server headers, both fetched by apt
# (which checks the signatures) from the mirror this machine already uses, through a state of its own.
# The system's package lists stay as they are; only a missing tool is installed, and only by root.
# Whoever comes second waits; TARGET appears by one rename, when it has been proved to work, or not at all.
# Standard error tells the progress, standard output the reason of a failure, the exit code which it was: 0 or 1.
set -eu
umask 022
target=$1 version=$2 kind=$3
major=${version%%.*}
headers=trixie # the Debian release that has the headers of server 17 and a pgvector with halfvec

say() { echo "tenon: $*" >&2; }
cannot() { echo "$*" && exit 1; }
failed() { cannot "$*: $(tail -n 30 "$log")"; }

[ -d "$target" ] && exit 0
[ "$(uname -s)" = Linux ] || cannot "the native server needs Linux, this is $(uname -s)"
case $(uname -m) in
    x86_64) cpu=linux-amd64 ;;
    aarch64) cpu=linux-arm64v8 ;;
    *) cannot "there are no server binaries for the processor $(uname -m)" ;;
esac
if [ "$kind" = vector ]; then
    . /etc/os-release
    [ "${ID:-}" = debian ] && [ -n "${VERSION_CODENAME:-}" ] ||
        cannot "pgvector is compiled from Debian's sources, and this is ${PRETTY_NAME:-not Debian}"
fi

# A tool, and the Debian package that brings it.
tools="tar:tar xz:xz-utils flock:util-linux mvn:maven"
[ "$kind" = plain ] || tools="$tools gcc:gcc apt-get:apt dpkg-deb:dpkg awk:mawk"
as_server=
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    tools="$tools setpriv:util-linux"
    as_server="setpriv --reuid=65534 --regid=65534 --clear-groups"
fi
java_home=${JAVA_HOME:-/nowhere}
unzip_jar() { unzip -q "$1"; }
if [ -x "$java_home/bin/jar" ]; then
    unzip_jar() { "$java_home/bin/jar" xf "$1"; }
elif command -v jar >/dev/null; then
    unzip_jar() { jar xf "$1"; }
else
    tools="$tools unzip:unzip"
fi
lacking=
packages=
for pair in $tools; do
    command -v "${pair%%:*}" >/dev/null || { lacking="$lacking ${pair%%:*}" packages="$packages ${pair#*:}"; }
done
if [ "$kind" = vector ] && ! [ -e /usr/include/stdio.h ]; then
    lacking="$lacking libc-headers" packages="$packages libc6-dev"
fi

cache=$(dirname "$target") name=$(basename "$target")
mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] || cannot "cannot write to $cache; set XDG_CACHE_HOME to a folder that you can write to"
log="$cache/.$name.log"
if [ -n "$lacking" ]; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
        cannot "to build a server here, somebody must install:$lacking (Debian packages:$packages)"
    say "installing$packages"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -qq -o DPkg::Lock::Timeout=300 update &&
        apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $packages; } >"$log" 2>&1 </dev/null ||
        failed "could not install$packages"
fi
[ -z "$as_server" ] || (cd / && $as_server test -x "$cache") ||
    cannot "started by root, the server runs as nobody and cannot reach $cache; set XDG_CACHE_HOME to a folder that everybody can enter"

exec 9>"$cache/.$name.lock"
flock -n 9 || { say "another process is building $target; waiting for it" && flock 9; }
[ -d "$target" ] && exit 0
work="$cache/.$name.work"
rm -rf "$work"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT HUP TERM
mkdir -p "$work/tree/pg" "$work/dl" "$work/proof"

say "fetching PostgreSQL $version with Maven"
(cd "$work" && mvn -q -B ${TENON_MVN_ARGS:-} org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
    -Dartifact="io.zonky.test.postgres:embedded-postgres-binaries-$cpu:$version" -DoutputDirectory="$work/dl") >"$log" 2>&1 </dev/null ||
    failed "Maven could not fetch the server binaries"
{ cd "$work/dl" && unzip_jar embedded-postgres-binaries-*.jar && tar xJf postgres-*.txz -C "$work/tree/pg"; } >"$log" 2>&1 ||
    failed "could not unpack the server binaries"

if [ "$kind" = vector ]; then
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/obj" "$work/src"
    cat >"$work/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/sources.list"; Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null";
Dir::State::lists "$work/lists"; Dir::Cache "$work/cache";
APT::Sandbox::User "root"; APT::Default-Release ""; Acquire::Languages "none"; Acquire::Retries "3";
CONF
    key=
    for ring in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
        [ -f "$ring" ] && { key="[signed-by=$ring] " && break; }
    done
    mirrors=$(apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk -v release="$VERSION_CODENAME" '$2 == release && $3 == "main" && !seen[$1]++ { print $1 }')
    say "fetching pgvector's source and the headers of server $major with apt"
    fetched=
    for mirror in $mirrors; do
        printf 'deb %s%s %s main\ndeb-src %s%s %s main\n' "$key" "$mirror" "$headers" "$key" "$mirror" "$headers" >"$work/sources.list"
        if (export APT_CONFIG="$work/apt.conf" && cd "$work/dl" && apt-get -qq update &&
            apt-get -qq download "postgresql-server-dev-$major" && apt-get -qq source --download-only pgvector) >"$log" 2>&1 </dev/null; then
            fetched=yes
            break
        fi
    done
    [ -n "$fetched" ] || failed "no apt mirror of this machine (${mirrors:-none is configured}) gave pgvector's source"
    { dpkg-deb -x "$work"/dl/postgresql-server-dev-*.deb "$work/dev" &&
        tar xzf "$work"/dl/pgvector_*.orig.tar.gz -C "$work/src" --strip-components=1; } >"$log" 2>&1 ||
        failed "could not unpack pgvector's source"

    vector=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$work/src/vector.control")
    say "compiling pgvector $vector"
    include="$work/dev/usr/include/postgresql/$major"
    # No -march=native: pgvector itself picks the instructions at run time.
    flags="-std=gnu99 -O2 -ftree-vectorize -fassociative-math -fno-signed-zeros -fno-trapping-math -fno-strict-aliasing -fwrapv"
    flags="$flags -fexcess-precision=standard -fPIC -D_GNU_SOURCE -I$work/src/src -I$include/server -I$include/internal"
    { (cd "$work/obj" && printf '%s\n' "$work"/src/src/*.c | xargs -P "$(nproc)" -n 1 gcc $flags -c) &&
        gcc -shared -s -o "$work/tree/pg/lib/postgresql/vector.so" "$work"/obj/*.o -lm; } >"$log" 2>&1 ||
        failed "could not compile pgvector"
    extensions="$work/tree/pg/share/postgresql/extension"
    cp "$work/src/vector.control" "$work"/src/sql/vector--*--*.sql "$extensions/"
    cp "$work/src/sql/vector.sql" "$extensions/vector--$vector.sql"
    proof="create extension vector;
create table t(e halfvec(1536));
insert into t select array_fill(0.5,array[1536])::real[]::halfvec(1536);
create index on t using hnsw (e halfvec_ip_ops);
select 'proved'||'='||extversion from pg_extension where extname='vector';"
    expected="proved=$vector"
else
    proof="select 'proved'||'='||split_part(current_setting('server_version'),'.',1);"
    expected="proved=$major"
fi

say "proving it"
echo tenon >"$work/proof/password"
chmod 711 "$work" "$work/tree" && mkdir -m 700 "$work/tree/data" "$work/proof/data"
[ -z "$as_server" ] || chown -R 65534:65534 "$work/tree/data" "$work/proof"
cd /
bin="$work/tree/pg/bin"
# The password is no secret: hashing it once instead of 4096 times makes every connection a third faster.
[ "$major" -lt 16 ] && hashing= || hashing="-c scram_iterations=1"
$as_server "$bin/initdb" -D "$work/tree/data" -U postgres -A scram-sha-256 --pwfile="$work/proof/password" $hashing \
    -E UTF8 --locale=C --no-sync >"$log" 2>&1 </dev/null || failed "initdb failed"
if [ "$major" -lt 16 ]; then
    # There it is told what the hash is.
    hashed='SCRAM-SHA-256$1:dGVub24taXMtbm8tc2FsdA==$XS2SnxOemVkPuHbkvJ+9nuD7c5UIIerjmWmRfaSIMEE=:VybH3OX/jmqKw3syuga5ki3YWCyvjNFtyxbwycedVZY='
    echo "alter role postgres password '$hashed';" |
        $as_server "$bin/postgres" --single -F -D "$work/tree/data" postgres >"$log" 2>&1 || failed "no password could be set"
fi
cp -a "$work/tree/data/." "$work/proof/data/"
echo "$proof" | $as_server "$bin/postgres" --single -F -D "$work/proof/data" postgres >"$log" 2>&1 || failed "the new server does not run"
grep -q "$expected" "$log" && ! grep -q ERROR "$log" || failed "the new server does not work"
chmod 755 "$work/tree" && mv "$work/tree" "$target"
rm -f "$log"
say "built $target"
