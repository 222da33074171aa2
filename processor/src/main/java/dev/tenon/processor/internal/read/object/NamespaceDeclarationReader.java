package dev.tenon.processor.internal.read.object;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.report.DiagnosticCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;

/** Reads the schemas that packages declare, with the roles that may use them. */
public final class NamespaceDeclarationReader {

    private final ReadContext context;
    private final Map<String, DeclaredNamespace> declared = new HashMap<>();

    public NamespaceDeclarationReader(ReadContext context) {
        this.context = context;
    }

    /** The declared schemas by name. */
    public Map<String, DeclaredNamespace> read(SchemaPackages packages) {
        for (PackageElement each : packages.elements()) {
            context.annotations().all(each, "Namespace").forEach(this::read);
        }
        return declared;
    }

    private void read(AnnotationUse use) {
        context.required(use, "value").ifPresent(name -> {
            if (declared.putIfAbsent(
                            name, new DeclaredNamespace(roles(use, "usableBy"), roles(use, "creatableBy")))
                    != null) {
                context.diagnostics()
                        .error(
                                DiagnosticCode.DUPLICATE_NAME,
                                use.site("value"),
                                "schema " + name + " is declared twice",
                                "keep one @Namespace for it");
            }
        });
    }

    private Set<String> roles(AnnotationUse use, String attribute) {
        Set<String> roles = new TreeSet<>();
        for (AnnotationUse.Item role : use.texts(attribute)) {
            if (role.text().isBlank()) {
                context.diagnostics()
                        .error(DiagnosticCode.BLANK, role.site(), "a role's name is blank", "name the role");
            } else {
                roles.add(role.text().strip());
            }
        }
        return roles;
    }
}
