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

    /** The compiled snapshot's file: of the folder that is named, which need not have one, or of a usual one that has. */
    public Optional<Path> snapshot() {
        if (classes != null) {
            return Optional.of(classes.resolve(CompiledSnapshot.RESOURCE));
        }
        Stream<Path> usual = DEFAULT.stream().map(folder -> folder.resolve(CompiledSnapshot.RESOURCE));
        return usual.filter(Files::isRegularFile).findFirst();
    }
}
