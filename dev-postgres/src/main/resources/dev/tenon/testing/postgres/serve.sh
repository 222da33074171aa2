#!/bin/sh
# serve.sh TREE PARENT PORT [server option...]
# Runs one throw-away server from TREE on 127.0.0.1:PORT, with its data in a new folder below PARENT, for as long as
# standard input stays open. The first line there is the SCRAM verifier of its superuser's password: the one in TREE is
# known to everybody, so it is replaced before the server listens. Whoever holds the other end may end in any way, SIGKILL included: then the server is
# stopped and its data removed. Prints "ready" and the new folder when the server accepts connections, else the server's log.
set -eu
umask 022
tree=$1 parent=$2 port=$3
shift 3
as_server=
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    as_server="setpriv --reuid=65534 --regid=65534 --clear-groups"
    (cd / && $as_server test -x "$parent") || parent=/tmp
fi

# A folder whose lock nobody holds was left by a killed predecessor of this script.
# Two minutes are ample for a beginner to take the lock of the folder it made.
for left in $(find "$parent" -maxdepth 1 -type d -name 'tenon-postgres.*' -user "$(id -u)" -mmin +2 2>/dev/null); do
    (
        flock -n 9 || exit 0
        if read -r pid <"$left/data/postmaster.pid" && [ "$(readlink "/proc/$pid/cwd")" = "$left/data" ]; then
            kill -QUIT "$pid"
            while kill -0 "$pid"; do sleep 0.1; done
        fi
        rm -rf "$left"
    ) 2>/dev/null 9>"$left/owner" || :
done

read -r verifier
dir=$(mktemp -d "$parent/tenon-postgres.XXXXXXXX")
server=
clean_up() {
    trap '' INT HUP TERM
    [ -z "$server" ] || { kill -QUIT "$server" && wait "$server"; } 2>/dev/null || :
    rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 1' INT HUP TERM
exec 9>"$dir/owner"
flock 9
chmod 711 "$dir"
cp -a "$tree/data" "$dir/data"
cd "$dir"
echo "alter role postgres password '$verifier';" |
    $as_server "$tree/pg/bin/postgres" --single -F -D "$dir/data" postgres >"$dir/server.log" 2>&1 9>&- &&
    ! grep -q ERROR "$dir/server.log" || { cat "$dir/server.log" && exit 1; }
$as_server "$tree/pg/bin/postgres" -D "$dir/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= "$@" \
    >"$dir/server.log" 2>&1 </dev/null 9>&- &
server=$!
patience=6000
# The eighth line of postmaster.pid is the server's state.
until case $(sed -n 8p "$dir/data/postmaster.pid" 2>/dev/null) in ready*) true ;; *) false ;; esac; do
    patience=$((patience - 1))
    [ "$patience" -gt 0 ] && kill -0 "$server" 2>/dev/null || { cat "$dir/server.log" && exit 1; }
    sleep 0.01
done
echo "ready $dir"
while read -r _; do :; done
