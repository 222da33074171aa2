package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands on packages: PostgreSQL's schemas, extensions, sequences of nobody, and objects known by their SQL alone. */
final class PackageWriter {

    /** What every database has. */
    private static final String BUILT_IN = "plpgsql";

    private final Schema schema;
    private final Naming naming;
    private final String base;

    PackageWriter(Schema schema, Naming naming, String base) {
        this.schema = schema;
        this.naming = naming;
        this.base = base;
    }

    Map<String, String> write() {
        Map<String, String> files = new TreeMap<>();
        write(QualifiedName.DEFAULT_SCHEMA, base, files);
        for (Namespace namespace : schema.namespaces()) {
            write(namespace.name(), naming.packageOf(namespace.name()), files);
        }
        return files;
    }

    private void write(String namespace, String path, Map<String, String> files) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        Words words = new Words("Schema").text("name", namespace);
        if (path.equals(base)) {
            words.texts(
                    "extensions",
                    schema.extensions().stream()
                            .filter(extension -> !extension.name().equals(BUILT_IN))
                            .map(PackageWriter::extension)
                            .toList());
        }
        annotations.add(words.build());
        schema.sequences().stream()
                .filter(sequence -> sequence.name().schema().equals(namespace) && !owned(sequence))
                .forEach(sequence -> annotations.add(AccessWords.sequence(sequence, "")));
        schema.objects().stream()
                .filter(object -> object.name().schema().equals(namespace))
                .forEach(object -> annotations.add(AccessWords.object(object)));
        String imports = annotations.stream()
                .map(annotation -> "import " + annotation.type() + ";\n")
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        String said = annotations.stream().map(PackageWriter::imported).collect(Collectors.joining("\n"));
        files.put(path.replace('.', '/') + "/package-info.java", said + "\npackage " + path + ";\n\n" + imports);
    }

    /** Its text with the simple name of its type. */
    private static String imported(AnnotationSpec annotation) {
        ClassName type = (ClassName) annotation.type();
        return "@" + type.simpleName()
                + annotation.toString().substring(type.canonicalName().length() + 1);
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
