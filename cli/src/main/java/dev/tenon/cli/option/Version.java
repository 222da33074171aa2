package dev.tenon.cli.option;

import dev.tenon.runtime.TenonVersion;
import picocli.CommandLine.IVersionProvider;

/** Provides the output of {@code --version}. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"tenon " + TenonVersion.current()};
    }
}
