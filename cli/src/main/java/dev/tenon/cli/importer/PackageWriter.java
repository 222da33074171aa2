package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.tenon.cli.importer.annotation.AccessAnnotations;
import dev.tenon.cli.importer.annotation.AnnotationBuilder;
import dev.tenon.cli.importer.annotation.JavaNaming;
import dev.tenon.cli.importer.annotation.NamespaceAnnotations;
import dev.tenon.cli.importer.annotation.TenancyAnnotations;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes package annotations: PostgreSQL's schemas, extensions, unowned sequences and SQL-defined objects. The
 * processor reads only packages with entities, so the base package declares the objects of a schema without tables and
 * views.
 */
final class PackageWriter {

    /** The extension that every database has. */
    private static final String BUILT_IN = "plpgsql";

    private static final ClassName TENANCY = ClassName.get(dev.tenon.annotation.Tenancy.class);

    private static final String INDENT = "        ";

    private final Schema schema;
    private final JavaNaming naming;
    private final String base;
    private final NamespaceAnnotations namespaces;
    private final Set<String> resolved;

    PackageWriter(Schema schema, JavaNaming naming, String base) {
        this.schema = schema;
        this.naming = naming;
        this.base = base;
        this.namespaces = new NamespaceAnnotations(schema);
        this.resolved = Stream.concat(
                        schema.tables().stream().map(table -> table.name().schema()),
                        schema.views().stream().map(view -> view.name().schema()))
                .collect(Collectors.toCollection(TreeSet::new));
        resolved.add(QualifiedName.DEFAULT_SCHEMA);
    }

    Map<String, String> write() {
        Map<String, List<AnnotationSpec>> packages = new TreeMap<>();
        resolved.forEach(each -> packages.put(naming.packageOf(each), new ArrayList<>(List.of(described(each)))));
        for (Namespace namespace : schema.namespaces()) {
            namespaces.of(namespace).ifPresent(on(namespace.name(), packages)::add);
        }
        schema.sequences().stream()
                .filter(sequence -> !owned(sequence))
                .forEach(sequence ->
                        on(sequence.name().schema(), packages).add(AccessAnnotations.sequence(sequence, "")));
        ObjectPlacement placement = new ObjectPlacement(schema);
        schema.objects().stream()
                .filter(object -> placement.tableOf(object).isEmpty())
                .forEach(object -> on(object.name().schema(), packages).add(AccessAnnotations.object(object)));
        Map<String, String> files = new TreeMap<>();
        packages.forEach((path, annotations) -> files.put(
                path.replace('.', '/') + "/package-info.java",
                (path.equals(base) ? remark() : "") + text(path, annotations)));
        return files;
    }

    /** Names the option without which the processor would derive other names than those of the database. */
    private String remark() {
        return naming.strategy() == NamingStrategy.SNAKE_CASE
                ? ""
                : "/** The tables of the database; compile with {@code -Atenon.naming="
                        + naming.strategy().option() + "}. */\n";
    }

    private List<AnnotationSpec> on(String namespace, Map<String, List<AnnotationSpec>> packages) {
        String path = resolved.contains(namespace) ? naming.packageOf(namespace) : base;
        return packages.computeIfAbsent(path, each -> new ArrayList<>());
    }

    private AnnotationSpec described(String namespace) {
        // As a list of one, because a package names its schema even if that is the default.
        AnnotationBuilder annotation =
                new AnnotationBuilder(dev.tenon.annotation.Schema.class).texts("name", List.of(namespace));
        if (namespace.equals(QualifiedName.DEFAULT_SCHEMA)) {
            annotation.texts(
                    "extensions",
                    schema.extensions().stream()
                            .filter(extension -> !extension.name().equals(BUILT_IN))
                            .map(PackageWriter::extension)
                            .toList());
            UnusedEnums.of(schema)
                    .forEach(type ->
                            annotation.type("enums", naming.enumType(type).orElseThrow()));
            schema.tenancy()
                    .ifPresent(
                            tenancy -> annotation.annotation("tenancy", TenancyAnnotations.tenancy(tenancy, naming)));
        }
        return annotation.build();
    }

    private static String text(String path, List<AnnotationSpec> annotations) {
        String imports = annotations.stream()
                .flatMap(PackageWriter::types)
                .map(type -> "import " + type + ";\n")
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        String text = annotations.stream().map(PackageWriter::withSimpleName).collect(Collectors.joining());
        return AnnotationFormatter.of(text) + "package " + path + ";\n\n" + imports;
    }

    /** The types that the annotation needs: its own, and that of a tenancy in it. */
    private static Stream<TypeName> types(AnnotationSpec annotation) {
        return annotation.members().containsKey("tenancy")
                ? Stream.of(annotation.type(), TENANCY)
                : Stream.of(annotation.type());
    }

    /** Returns its text with the simple type name and one attribute per line. */
    private static String withSimpleName(AnnotationSpec annotation) {
        String name = "@" + ((ClassName) annotation.type()).simpleName();
        List<CodeBlock> only = annotation.members().getOrDefault("value", List.of());
        if (annotation.members().size() == 1 && only.size() == 1) {
            return name + "(" + only.get(0) + ")\n";
        }
        return annotation.members().entrySet().stream()
                .map(member -> INDENT + member.getKey() + " = " + value(member.getValue()))
                .collect(Collectors.joining(",\n", name + "(\n", "\n)\n"));
    }

    private static String value(List<CodeBlock> all) {
        List<String> values = all.stream()
                .map(block -> block.toString().replace("@" + TENANCY + "(", "@" + TENANCY.simpleName() + "("))
                .toList();
        return values.size() == 1
                ? values.get(0).replaceAll("\n(?=.)", "\n" + INDENT)
                : values.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private boolean owned(Sequence sequence) {
        return sequence.owner()
                .filter(owner -> schema.table(owner.table()).isPresent())
                .isPresent();
    }

    private static String extension(Extension extension) {
        return extension.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? extension.name()
                : extension.name() + "@" + extension.schema();
    }
}
