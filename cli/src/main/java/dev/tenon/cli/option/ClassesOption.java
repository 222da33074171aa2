package dev.tenon.cli.option;

import dev.tenon.schema.CompiledSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The location of the compiled snapshot. */
public final class ClassesOption {

    private static final List<Path> DEFAULT = List.of(Path.of("target/classes"), Path.of("build/classes/java/main"));

    @Option(
            names = "--classes",
            paramLabel = "DIR",
            description = "The class output that holds the compiled snapshot. Default: target/classes or"
                    + " build/classes/java/main, whichever has one.")
    private @Nullable Path classes;

    /**
     * Returns the file of the compiled snapshot. It may be missing in a given folder; of the default folders, only one
     * that has it is returned.
     */
    public Optional<Path> snapshot() {
        if (classes != null) {
            return Optional.of(classes.resolve(CompiledSnapshot.RESOURCE));
        }
        Stream<Path> candidates = DEFAULT.stream().map(folder -> folder.resolve(CompiledSnapshot.RESOURCE));
        return candidates.filter(Files::isRegularFile).findFirst();
    }
}
