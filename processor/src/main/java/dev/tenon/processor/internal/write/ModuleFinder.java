package dev.tenon.processor.internal.write;

import dev.tenon.processor.internal.read.structure.CompiledModule;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Finds the other modules on the class path and module path that were compiled with this processor. */
public final class ModuleFinder {

    private final Elements elements;
    private final Filer filer;
    private final Diagnostics diagnostics;
    private final Map<String, CompiledModule> found = new TreeMap<>();

    public ModuleFinder(ProcessingEnvironment environment, Diagnostics diagnostics) {
        this.elements = environment.getElementUtils();
        this.filer = environment.getFiler();
        this.diagnostics = diagnostics;
    }

    /** The other modules, in an order that their classes determine; reports those that cannot be read. */
    public Collection<CompiledModule> find() {
        readMarked(elements.getPackageElement(ModuleMarker.PACKAGE), StandardLocation.CLASS_PATH, "");
        elements.getAllModuleElements().stream()
                .filter(module -> !module.isUnnamed() && !isOfJdk(module))
                .forEach(this::readNamed);
        return found.values();
    }

    private void readMarked(@Nullable PackageElement markers, Location location, String module) {
        if (markers == null) {
            return;
        }
        for (Element marker : markers.getEnclosedElements()) {
            String resource = ModuleMarker.resource(marker.getSimpleName().toString());
            // The class output is often on the class path, too.
            if (open(StandardLocation.CLASS_OUTPUT, ModuleMarker.PACKAGE, resource)
                    .isEmpty()) {
                open(location, module + ModuleMarker.PACKAGE, resource).ifPresent(this::add);
            }
        }
    }

    private void readNamed(ModuleElement module) {
        String name = module.getQualifiedName().toString();
        open(StandardLocation.MODULE_PATH, name + "/" + ModuleMarker.packageOf(name), ModuleMarker.OF_NAMED_MODULE)
                .ifPresent(this::add);
        // An archive without a module declaration can be a named module, too.
        readMarked(elements.getPackageElement(module, ModuleMarker.PACKAGE), StandardLocation.MODULE_PATH, name + "/");
    }

    private static boolean isOfJdk(ModuleElement module) {
        String name = module.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    private void add(FileObject file) {
        String place = place(file);
        try (InputStream content = file.openInputStream()) {
            CompiledSnapshot snapshot =
                    SnapshotJson.readCompiled(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            found.putIfAbsent(ModuleMarker.name(snapshot), new CompiledModule(place, snapshot));
        } catch (IOException | JsonException unreadable) {
            diagnostics.error(
                    DiagnosticCode.MODULE_UNUSABLE,
                    "the compiled snapshot of " + place + " cannot be read: " + unreadable.getMessage(),
                    "compile that module with the same version of Tenon, or read no other module with"
                            + " -Atenon.modules=own");
        }
    }

    private Optional<FileObject> open(Location location, String packageName, String file) {
        try {
            FileObject resource = filer.getResource(location, packageName, file);
            resource.openInputStream().close();
            return Optional.of(resource);
        } catch (IOException | RuntimeException absent) {
            // For a module that is not on the module path, such as the one being compiled, javac's filer fails.
            return Optional.empty();
        }
    }

    /** The archive, without its folder, or the folder with the classes. */
    private static String place(FileObject file) {
        String path = String.valueOf(file.toUri().getSchemeSpecificPart()).replace('\\', '/');
        int within = path.lastIndexOf("/" + ModuleMarker.PACKAGE.replace('.', '/') + "/");
        String container = within < 0 ? path : path.substring(0, within);
        return container.endsWith("!")
                ? container.substring(container.lastIndexOf('/') + 1, container.length() - 1)
                : container;
    }
}
