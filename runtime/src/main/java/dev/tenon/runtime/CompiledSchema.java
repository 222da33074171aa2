package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schema that the application's classes need, read from the compiled snapshot on the class path. */
public final class CompiledSchema {

    private CompiledSchema() {}

    /**
     * Reads the schema from the class path of the current thread's context class loader.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken, with {@code TN678} if there are several
     */
    public static Schema load() {
        return load(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Reads the schema from a class loader's resources. If several modules have compiled snapshots, the one of the
     * module that owns the migrations is used.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken, with {@code TN678} if there are several
     */
    public static Schema load(ClassLoader loader) {
        return settled(SnapshotChoice.among(all(loader)));
    }

    /**
     * Reads the schema that one entity belongs to, for applications with several schemas.
     *
     * @throws TenonException with {@code TN640} if it is missing or broken, with {@code TN678} if there are several
     */
    public static Schema load(Class<?> entity) {
        Map<String, CompiledSnapshot> all =
                all(Optional.ofNullable(entity.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader));
        all.values().removeIf(snapshot -> !snapshot.allClasses().contains(entity.getName()));
        if (all.isEmpty()) {
            throw fault("no " + CompiledSnapshot.RESOURCE + " on the class path has " + entity.getName(), null);
        }
        return settled(SnapshotChoice.among(all));
    }

    private static Schema settled(CompiledSnapshot snapshot) {
        return SnapshotChoice.settled(snapshot).schema();
    }

    /** The compiled snapshots that the class loader finds, by their places, in the order of the class path. */
    private static Map<String, CompiledSnapshot> all(ClassLoader loader) {
        Map<String, CompiledSnapshot> all = new LinkedHashMap<>();
        try {
            for (URL place : Collections.list(loader.getResources(CompiledSnapshot.RESOURCE))) {
                try (InputStream resource = place.openStream()) {
                    String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
                    all.put(place.toString(), read(place.toString(), text));
                }
            }
        } catch (IOException unreadable) {
            throw fault(CompiledSnapshot.RESOURCE + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (all.isEmpty()) {
            throw fault("the class path has no " + CompiledSnapshot.RESOURCE, null);
        }
        return all;
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
     * @throws TenonException with {@code TN640} if it is missing or broken, with {@code TN678} if it is not complete
     */
    public static CompiledSnapshot snapshot(Path file) {
        try {
            return SnapshotChoice.settled(read(file.toString(), Files.readString(file)));
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
