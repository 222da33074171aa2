package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The schema that the application's classes need, read from the compiled snapshot on the class path. */
public final class CompiledSchema {

    private CompiledSchema() {}

    /**
     * Reads the schema from the class path of the current thread's context class loader.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken
     */
    public static Schema load() {
        return load(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Reads the schema from a class loader's resources.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken
     */
    public static Schema load(ClassLoader loader) {
        try (InputStream resource = loader.getResourceAsStream(CompiledSnapshot.RESOURCE)) {
            if (resource == null) {
                throw fault("the class path has no " + CompiledSnapshot.RESOURCE, null);
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return read(CompiledSnapshot.RESOURCE, text).schema();
        } catch (IOException unreadable) {
            throw fault(CompiledSnapshot.RESOURCE + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Reads the schema from a file.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken
     */
    public static Schema load(Path file) {
        return snapshot(file).schema();
    }

    /**
     * Reads the schema and the migration hints of the classes from a file.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken
     */
    public static CompiledSnapshot snapshot(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw fault("there is no " + file, missing);
        } catch (IOException unreadable) {
            throw fault(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static CompiledSnapshot read(String name, String text) {
        try {
            return SnapshotJson.readCompiled(text);
        } catch (JsonException malformed) {
            throw fault(
                    name + ":" + malformed.at().line() + ":" + malformed.at().column() + " is broken: "
                            + malformed.getMessage(),
                    malformed);
        }
    }

    private static TenonException fault(String problem, @Nullable Throwable cause) {
        return new TenonException(
                new Fault(FaultCode.NO_COMPILED_SNAPSHOT, problem, "compile the entities with Tenon's processor"),
                cause);
    }
}
