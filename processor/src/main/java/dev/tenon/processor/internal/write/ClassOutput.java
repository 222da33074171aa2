package dev.tenon.processor.internal.write;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Reads and writes the compiled snapshot in the class output. */
public final class ClassOutput {

    private static final String CLASS_FILE = ".class";

    private final Filer filer;
    private final Diagnostics diagnostics;

    public ClassOutput(Filer filer, Diagnostics diagnostics) {
        this.filer = filer;
        this.diagnostics = diagnostics;
    }

    /** The compiled snapshot of the previous compilation, if there is one. */
    public Optional<CompiledSnapshot> earlier() {
        try {
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", CompiledSnapshot.RESOURCE);
            try (InputStream content = file.openInputStream()) {
                String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(SnapshotJson.readCompiled(text));
            }
        } catch (JsonException unreadable) {
            diagnostics.warning(
                    DiagnosticCode.STALE_OUTPUT,
                    "the compiled snapshot of the previous compilation cannot be read: " + unreadable.getMessage(),
                    "run a clean build, so that entities which this compilation does not include are not lost");
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /**
     * Writes the compiled snapshot.
     *
     * @param origins the entities of the snapshot
     */
    public void write(CompiledSnapshot compiled, Collection<? extends Element> origins) {
        write("", CompiledSnapshot.RESOURCE, text(compiled), origins);
    }

    /**
     * Makes the compiled snapshot visible to the compilations of other modules.
     *
     * @param before the compiled snapshot of the previous compilation
     * @param namedModule the name of the module that is compiled, if it has one
     */
    public void publish(
            CompiledSnapshot compiled,
            Optional<CompiledSnapshot> before,
            Optional<String> namedModule,
            Collection<? extends Element> origins) {
        if (namedModule.isPresent()) {
            String packageName = ModuleMarker.packageOf(namedModule.get());
            write(packageName, ModuleMarker.OF_NAMED_MODULE, text(compiled), origins);
            return;
        }
        String name = ModuleMarker.name(compiled);
        before.map(ModuleMarker::name).filter(old -> !old.equals(name)).ifPresent(this::retract);
        write(ModuleMarker.PACKAGE, name + CLASS_FILE, ModuleMarker.classFile(name), origins);
        write(ModuleMarker.PACKAGE, ModuleMarker.resource(name), text(compiled), origins);
    }

    /** Deletes what the previous compilation published. */
    private void retract(String name) {
        delete(ModuleMarker.PACKAGE, name + CLASS_FILE);
        delete(ModuleMarker.PACKAGE, ModuleMarker.resource(name));
    }

    /** Deletes a file, which the file objects of javac's filer refuse; elsewhere than in a folder it remains. */
    private void delete(String packageName, String path) {
        try {
            URI place = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, path)
                    .toUri();
            if ("file".equals(place.getScheme())) {
                Files.deleteIfExists(Path.of(place));
            }
        } catch (IOException absent) {
            // What remains lists classes of this module, or classes that no longer exist.
        }
    }

    private static byte[] text(CompiledSnapshot compiled) {
        return SnapshotJson.writeCompiled(compiled).getBytes(StandardCharsets.UTF_8);
    }

    private void write(String packageName, String path, byte[] bytes, Collection<? extends Element> origins) {
        try (OutputStream content = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, packageName, path, origins.toArray(Element[]::new))
                .openOutputStream()) {
            content.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
