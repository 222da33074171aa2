package dev.tenon.cli.option;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.CompiledSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** What is wrong if there is no compiled snapshot. */
    public Fault missing() {
        List<Path> folders = classes == null ? DEFAULT : List.of(classes);
        for (Path folder : folders) {
            Optional<UnprocessedClass> found = UnprocessedClass.in(folder);
            if (found.isPresent()) {
                return new Fault(
                        FaultCode.NO_COMPILED_SNAPSHOT,
                        folder + " has classes with annotations of Tenon or Jakarta Persistence, such as "
                                + found.get().file() + ", but no " + CompiledSnapshot.RESOURCE,
                        found.get().remedy());
            }
        }
        return new Fault(
                FaultCode.NO_COMPILED_SNAPSHOT,
                "no " + CompiledSnapshot.RESOURCE + " in "
                        + folders.stream().map(Path::toString).collect(Collectors.joining(" or ")),
                "compile the entities, or name the class output with --classes");
    }
}
