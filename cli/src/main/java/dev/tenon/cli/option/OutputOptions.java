package dev.tenon.cli.option;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Output options of every command. */
public final class OutputOptions {

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Write one JSON document to standard output; progress goes to standard error.")
    private boolean json;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print stack traces of errors.")
    private boolean verbose;

    public boolean json() {
        return json;
    }

    public boolean verbose() {
        return verbose;
    }
}
