package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.EnumConstants;
import dev.tenon.processor.internal.read.structure.HintReader;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads Java enums as enum types of PostgreSQL, each once. */
public final class JavaEnumReader {

    private final ReadContext context;
    private final SchemaPackages packages;
    private final HintReader hints;
    private final Map<QualifiedName, EnumType> types = new TreeMap<>();
    private final Map<QualifiedName, TypeElement> sources = new TreeMap<>();

    public JavaEnumReader(ReadContext context, SchemaPackages packages, HintReader hints) {
        this.context = context;
        this.packages = packages;
        this.hints = hints;
    }

    /** The enum types read so far. */
    public List<EnumType> types() {
        return List.copyOf(types.values());
    }

    /** The Java enum of each type read so far. */
    public Map<QualifiedName, TypeElement> sources() {
        return sources;
    }

    /**
     * The name of the enum's type.
     *
     * @param fallback the PostgreSQL schema if neither the enum nor its package declares one
     */
    public QualifiedName read(TypeElement source, String fallback) {
        Optional<AnnotationUse> said = context.annotations().find(source, "PgEnum");
        QualifiedName name = new QualifiedName(
                said.flatMap(use -> use.optionalText("schema"))
                        .orElseGet(() -> packages.schemaName(source).orElse(fallback)),
                said.flatMap(use -> use.optionalText("name"))
                        .orElseGet(() ->
                                context.naming().derive(source.getSimpleName().toString())));
        TypeElement known = sources.putIfAbsent(name, source);
        if (known == null) {
            read(source, name, said);
        } else if (!known.equals(source)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_TABLE,
                            said.map(use -> use.site("name")).orElseGet(() -> SourceLocation.of(source)),
                            known + " and " + source + " both map to enum type " + name.display(),
                            "rename one of the types with @PgEnum");
        }
        return name;
    }

    /**
     * The name of the enum's type with labels that another library derives, unless {@code @PgEnum} says the type.
     *
     * @param labels the labels, in their order
     * @param fallback the PostgreSQL schema if neither the enum nor its package declares one
     */
    public QualifiedName readNamed(TypeElement source, List<String> labels, String fallback) {
        if (context.annotations().has(source, "PgEnum")) {
            return read(source, fallback);
        }
        QualifiedName name = new QualifiedName(
                packages.schemaName(source).orElse(fallback),
                source.getSimpleName().toString().toLowerCase(Locale.ROOT));
        if (sources.putIfAbsent(name, source) == null) {
            context.sites().put(ObjectPath.enumType(name), SourceLocation.of(source));
            EnumConstants.of(source)
                    .forEach(constant -> context.sites()
                            .put(
                                    ObjectPath.label(
                                            name, constant.getSimpleName().toString()),
                                    SourceLocation.of(constant)));
            hints.renamedObject(source, ObjectPath.enumType(name));
            types.put(name, new EnumType(name, labels, Optional.empty()));
        }
        return name;
    }

    private void read(TypeElement source, QualifiedName name, Optional<AnnotationUse> said) {
        ObjectPath path = ObjectPath.enumType(name);
        said.ifPresent(use -> {
            context.sites().put(path, "name", use.site("name"));
            context.sites().put(path, "comment", use.site("comment"));
        });
        context.sites().put(path, SourceLocation.of(source));
        UnresolvedNames.annotations(source).forEach(context.diagnostics()::error);
        hints.renamedObject(source, path);
        List<String> labels = new ArrayList<>();
        EnumConstants.of(source).forEach(constant -> label(constant, name, labels));
        types.put(name, new EnumType(name, labels, said.flatMap(use -> use.optionalText("comment"))));
    }

    private void label(Element constant, QualifiedName name, List<String> labels) {
        UnresolvedNames.annotations(constant).forEach(context.diagnostics()::error);
        Optional<AnnotationUse> said = context.annotations().find(constant, "Label");
        String label = said.flatMap(use -> context.required(use, "value"))
                .orElseGet(() -> constant.getSimpleName().toString().toLowerCase(Locale.ROOT));
        SourceLocation site = said.map(use -> use.site("value")).orElseGet(() -> SourceLocation.of(constant));
        if (labels.contains(label)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_LABEL,
                            site,
                            "two constants of " + name.display() + " have the label '" + label + "'",
                            "give one of them another label with @Label");
            return;
        }
        labels.add(label);
        context.sites().put(ObjectPath.label(name, label), site);
        hints.renamedMember(constant, ObjectPath.label(name, label));
    }
}
