#!/bin/sh
# Tenon. What follows this script is its jar, which java -jar runs as well, with the options that you give. Run as a program it
# gets what suits a virtual machine that lives for a moment, and the archive of its classes that lies beside it, which a run
# that finds an empty one writes at its end. The log is where Java would say each time that an archive is another Java's.
set -- -jar "$0" "$@"
archive="${0%.jar}.jsa"
if [ -s "$archive" ]; then
    set -- "-XX:SharedArchiveFile=$archive" -Xlog:disable "$@"
elif [ -f "$archive" ]; then
    set -- "-XX:ArchiveClassesAtExit=$archive" -Xlog:disable "$@"
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 "$@"
