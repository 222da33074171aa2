package dev.tenon.processor.internal.read.object;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DependsOnReader;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.derive.CreationOrder;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads SQL-defined objects on entities, views and the packages around them. */
public final class SqlObjectReader {

    /** The statements that may follow the CREATE statement of an object. */
    private static final Pattern ATTACHED =
            Pattern.compile("(?is)(comment\\s+on|grant|revoke|alter\\s+text\\s+search\\s+configuration)\\s");

    private final ReadContext context;
    private final SchemaPackages packages;
    private final Map<TypeElement, QualifiedName> known;
    private final Map<QualifiedName, SqlObject> objects = new TreeMap<>();

    /** Creates a reader; {@code known} are the classes with a table or view. */
    public SqlObjectReader(ReadContext context, SchemaPackages packages, Map<TypeElement, QualifiedName> known) {
        this.context = context;
        this.packages = packages;
        this.known = Collections.unmodifiableMap(known);
    }

    /** The objects on packages and {@code entities}; reports invalid ones. */
    public List<SqlObject> read(Collection<TypeElement> entities) {
        packages.elements().forEach(this::read);
        entities.forEach(this::read);
        return List.copyOf(objects.values());
    }

    private void read(Element element) {
        context.annotations().all(element, "SqlObject").forEach(this::read);
    }

    private void read(AnnotationUse use) {
        Optional<String> create = statement(use, "create");
        Optional<String> drop = statement(use, "drop");
        Optional<CreateStatement> made = create.flatMap(CreateStatement::of);
        if (create.isPresent() && made.isEmpty()) {
            problem(use, "create", "the statement does not begin with CREATE and a name", "write the whole statement");
        }
        if (drop.isEmpty() || made.isEmpty()) {
            return;
        }
        QualifiedName name = name(use, made.get());
        ObjectPath path = ObjectPath.object(name);
        context.sites().put(path, use.site());
        List.of("create", "drop", "name").forEach(each -> context.sites().put(path, each, use.site(each)));
        boolean before = switch (use.constant("order")) {
            case "BEFORE_TABLES" -> true;
            case "AFTER_TABLES" -> false;
            default -> CreationOrder.beforeTables(made.get(), create.get(), known.values());
        };
        SqlObject object = new SqlObject(
                name,
                create.get(),
                drop.get(),
                before,
                new DependsOnReader(context, known).of(use),
                use.optionalText("shared"));
        if (objects.putIfAbsent(name, object) != null) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.DUPLICATE_NAME,
                            use.site("name"),
                            "object " + name.display() + " is declared twice",
                            "give one of the two objects another name");
        }
    }

    /** The statement in an attribute, without a semicolon at the end, and the statements that may follow a CREATE. */
    private Optional<String> statement(AnnotationUse use, String attribute) {
        return context.required(use, attribute).flatMap(sql -> {
            SqlScript script = SqlScript.of(sql);
            script.fault().ifPresent(fault -> problem(use, attribute, fault, "correct the SQL"));
            boolean drops = attribute.equals("drop");
            List<String> statements = script.statements();
            boolean whole = statements.size() == 1
                    || (!drops
                            && !statements.isEmpty()
                            && statements.stream()
                                    .skip(1)
                                    .allMatch(each -> ATTACHED.matcher(each).lookingAt()));
            if (script.fault().isEmpty() && !whole) {
                problem(
                        use,
                        attribute,
                        attribute + " holds " + statements.size() + " statements, not one",
                        drops
                                ? "declare each object with its own @SqlObject"
                                : "declare each object with its own @SqlObject; only COMMENT ON, GRANT, REVOKE and"
                                        + " ALTER TEXT SEARCH CONFIGURATION may follow its CREATE");
            }
            Optional<String> only = whole ? Optional.of(String.join(";\n", statements)) : Optional.empty();
            if (drops && only.isPresent() && !only.get().matches("(?is)(drop|revoke|alter\\s+table|comment\\s+on)\\s.*")) {
                problem(use, attribute, "the statement drops nothing", "begin the statement with DROP");
                return Optional.empty();
            }
            return only;
        });
    }

    private static QualifiedName name(AnnotationUse use, CreateStatement made) {
        return use.optionalText("name").map(made.ownName()::withName).orElseGet(made::ownName);
    }

    private void problem(AnnotationUse use, String attribute, String problem, String remedy) {
        context.diagnostics().error(DiagnosticCode.SQL_OBJECT, use.site(attribute), problem, remedy);
    }
}
