package dev.tenon.processor.internal.read.structure;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * The nullable members of classes that a compilation sees only as class files. javac before JDK 22 does not show the
 * type annotations in class files, and a column whose {@code @Nullable} is not seen would become NOT NULL.
 */
public final class ClassFiles {

    private final Filer filer;
    private final Elements elements;
    private final Map<String, Set<String>> known = new HashMap<>();

    public ClassFiles(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** Whether the class file of the member's class declares its type nullable. */
    public boolean isNullable(Element member) {
        if (!(member.getEnclosingElement() instanceof TypeElement type)) {
            return false;
        }
        String name = member.getSimpleName() + (member.getKind() == ElementKind.METHOD ? "()" : "");
        return known.computeIfAbsent(elements.getBinaryName(type).toString(), each -> nullable(type))
                .contains(name);
    }

    private Set<String> nullable(TypeElement type) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String binary = elements.getBinaryName(type).toString();
        String file = binary.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        for (Location location : List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
            Optional<Set<String>> read = read(location, packageName, file);
            if (read.isPresent()) {
                return read.get();
            }
        }
        ModuleElement module = elements.getModuleOf(type);
        return module == null || module.isUnnamed()
                ? Set.of()
                : read(StandardLocation.MODULE_PATH, module.getQualifiedName() + "/" + packageName, file)
                        .orElse(Set.of());
    }

    private Optional<Set<String>> read(Location location, String packageName, String file) {
        try (InputStream content =
                        filer.getResource(location, packageName, file).openInputStream();
                DataInputStream data = new DataInputStream(content)) {
            return Optional.of(NullableMembers.read(data));
        } catch (IOException | RuntimeException absent) {
            return Optional.empty();
        }
    }
}
