package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads migration hints: former names, and values for existing rows. */
public final class HintReader {

    private final ReadContext context;
    private final Map<ObjectPath, String> renamedFrom = new HashMap<>();
    private final Map<ObjectPath, String> backfills = new HashMap<>();
    private final Map<ObjectPath, String> conversions = new HashMap<>();

    public HintReader(ReadContext context) {
        this.context = context;
    }

    /** The hints read so far. */
    public MigrationHints hints() {
        return new MigrationHints(renamedFrom, backfills, conversions);
    }

    /** The declared values of a column for existing rows, if they were read. */
    public Optional<String> backfill(ObjectPath column) {
        return Optional.ofNullable(backfills.get(column));
    }

    /** The former name of a table or type, by default in its current schema. */
    public void renamedObject(Element element, ObjectPath path) {
        former(element, path).ifPresent(use -> {
            Optional<QualifiedName> former = qualified(use.text("value"), path.owner());
            if (former.isEmpty()) {
                problem(use, "'" + use.text("value") + "' is neither a name nor schema.name");
            } else if (former.get().equals(path.owner())) {
                problem(use, path + " already has that name");
            } else {
                renamedFrom.put(path, former.get().toString());
            }
        });
    }

    /** The former name of a column or enum label. */
    public void renamedMember(Element element, ObjectPath path) {
        former(element, path).ifPresent(use -> {
            if (use.text("value").equals(path.member())) {
                problem(use, path + " already has that name");
            } else {
                renamedFrom.put(path, use.text("value"));
            }
        });
    }

    /** The values of a column for existing rows. */
    public void values(Element element, ObjectPath column) {
        expression(element, "Backfill", column, "backfill").ifPresent(sql -> backfills.put(column, sql));
        expression(element, "ConvertUsing", column, "conversion").ifPresent(sql -> conversions.put(column, sql));
    }

    private Optional<String> expression(Element element, String annotation, ObjectPath path, String attribute) {
        Optional<AnnotationUse> found = context.annotations().find(element, annotation);
        found.ifPresent(use -> context.sites().put(path, attribute, use.site("value")));
        return found.flatMap(use -> context.required(use, "value"));
    }

    private Optional<AnnotationUse> former(Element element, ObjectPath path) {
        Optional<AnnotationUse> found = context.annotations().find(element, "RenamedFrom");
        found.ifPresent(use -> context.sites().put(path, "renamedFrom", use.site("value")));
        return found.filter(use -> context.required(use, "value").isPresent());
    }

    private static Optional<QualifiedName> qualified(String text, QualifiedName now) {
        String schema = now.withName("_").toString();
        return parse(schema.substring(0, schema.length() - 1) + text).or(() -> parse(text));
    }

    private static Optional<QualifiedName> parse(String text) {
        try {
            return Optional.of(QualifiedName.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void problem(AnnotationUse use, String problem) {
        context.diagnostics()
                .error(
                        DiagnosticCode.FORMER_NAME,
                        use.site("value"),
                        problem,
                        "write the former name in the database, or remove the annotation");
    }
}
