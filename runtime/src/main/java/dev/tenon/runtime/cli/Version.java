package dev.tenon.runtime.cli;

import dev.tenon.runtime.TenonVersion;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"tenon " + TenonVersion.current()};
    }
}
