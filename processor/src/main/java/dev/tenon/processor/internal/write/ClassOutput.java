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
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Reads and writes the compiled snapshot in the class output. */
public final class ClassOutput {

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
        byte[] text = SnapshotJson.writeCompiled(compiled).getBytes(StandardCharsets.UTF_8);
        try (OutputStream content = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, "", CompiledSnapshot.RESOURCE, origins.toArray(Element[]::new))
                .openOutputStream()) {
            content.write(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
