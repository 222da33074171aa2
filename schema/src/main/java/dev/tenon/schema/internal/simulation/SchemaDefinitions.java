package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.DomainStatement;
import dev.tenon.schema.internal.sql.parse.InheritStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import dev.tenon.schema.internal.sql.parse.TextSearchConfiguration;
import dev.tenon.schema.internal.sql.parse.TextSearchDictionary;
import dev.tenon.schema.internal.sql.parse.TriggerColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Describes a schema as objects of the simulated catalogs. */
public final class SchemaDefinitions {

    /** Other kinds of objects whose name no other object of the kind has. */
    private static final Set<String> NAMED_ONCE = Set.of(
            "collation",
            "statistics",
            "publication",
            "event trigger",
            "text search configuration",
            "text search dictionary");

    private SchemaDefinitions() {}

    /** Every object of the schema, except SQL-defined ones. */
    public static List<ObjectDefinition> all(Schema schema) {
        List<ObjectDefinition> all = new ArrayList<>();
        schema.roles().forEach(role -> all.add(role(role.name())));
        // The default schema exists in every database, whether or not it is declared.
        all.add(namespace(QualifiedName.DEFAULT_SCHEMA));
        schema.namespaces().forEach(namespace -> {
            if (!namespace.name().equals(QualifiedName.DEFAULT_SCHEMA)) {
                all.add(namespace(namespace.name()));
            }
            namespace
                    .grants()
                    .forEach(grant ->
                            all.addAll(PrivilegeDefinitions.of(ObjectPath.namespace(namespace.name()), grant)));
        });
        schema.extensions().forEach(extension -> all.add(extension(extension)));
        schema.enums().forEach(type -> all.addAll(enumType(type)));
        schema.sequences().forEach(sequence -> {
            all.add(sequence(sequence));
            sequence.grants()
                    .forEach(grant -> all.addAll(PrivilegeDefinitions.of(ObjectPath.sequence(sequence.name()), grant)));
        });
        for (Table table : schema.tables()) {
            all.addAll(TableDefinitions.all(table));
        }
        for (View view : schema.views()) {
            all.addAll(view(view));
            view.indexes().forEach(index -> all.add(TableDefinitions.index(view.name(), index)));
            view.grants().forEach(grant -> all.addAll(PrivilegeDefinitions.of(ObjectPath.view(view.name()), grant)));
        }
        return all;
    }

    /** The SQL-defined objects of the schema, under the names in their statements. */
    public static List<ObjectDefinition> objects(Schema schema) {
        return schema.objects().stream().map(SchemaDefinitions::object).toList();
    }

    public static ObjectDefinition role(String name) {
        return ObjectDefinition.of(ObjectType.ROLE, CatalogName.role(name));
    }

    public static ObjectDefinition namespace(String name) {
        return ObjectDefinition.of(ObjectType.SCHEMA, CatalogName.schema(name));
    }

    public static ObjectDefinition extension(Extension extension) {
        return ObjectDefinition.of(ObjectType.EXTENSION, CatalogName.extension(extension.name()))
                .with(ObjectAttribute.DEFINITION, extension.schema(), extensionSchema(extension));
    }

    public static List<Dependency> extensionSchema(Extension extension) {
        return List.of(Dependency.possible(CatalogName.schema(extension.schema()), DependencyType.REFERENCE));
    }

    /** The type and its labels. */
    public static List<ObjectDefinition> enumType(EnumType type) {
        List<ObjectDefinition> all = new ArrayList<>();
        all.add(ObjectDefinition.of(ObjectType.TYPE, CatalogName.type(type.name()))
                .with(ObjectAttribute.DEFINITION, "enum", List.of(Dependency.onSchema(type.name())))
                .with(ObjectAttribute.COMMENT, type.comment()));
        type.labels().forEach(label -> all.add(label(type.name(), label)));
        return all;
    }

    public static ObjectDefinition label(QualifiedName type, String label) {
        return ObjectDefinition.of(ObjectType.LABEL, CatalogName.label(type, label))
                .with(
                        ObjectAttribute.DEFINITION,
                        "label",
                        List.of(Dependency.required(CatalogName.type(type), DependencyType.MEMBER)));
    }

    public static ObjectDefinition sequence(Sequence sequence) {
        return ObjectDefinition.of(ObjectType.SEQUENCE, CatalogName.relation(sequence.name()))
                .with(ObjectAttribute.DEFINITION, "sequence", List.of(Dependency.onSchema(sequence.name())))
                .with(ObjectAttribute.OPTIONS, sequenceOptions(sequence))
                .with(ObjectAttribute.OWNER, sequence.owner().isPresent(), sequenceOwner(sequence.owner()))
                .with(ObjectAttribute.COMMENT, sequence.comment());
    }

    public static Object sequenceOptions(Sequence sequence) {
        return List.of(sequence.type(), sequence.options());
    }

    public static List<Dependency> sequenceOwner(Optional<Sequence.Owner> owner) {
        return owner.map(of -> List.of(
                        Dependency.required(CatalogName.column(of.table(), of.column()), DependencyType.MEMBER)))
                .orElse(List.of());
    }

    /** The view and its columns. */
    public static List<ObjectDefinition> view(View view) {
        List<Dependency> needed = new ArrayList<>(List.of(Dependency.onSchema(view.name())));
        needed.addAll(viewDependencies(view));
        List<ObjectDefinition> all = new ArrayList<>();
        all.add(ObjectDefinition.of(ObjectType.VIEW, CatalogName.relation(view.name()), CatalogName.type(view.name()))
                .with(ObjectAttribute.DEFINITION, viewDefinition(view), needed)
                .with(ObjectAttribute.COMMENT, view.comment()));
        view.columns()
                .forEach(column -> all.add(ObjectDefinition.of(
                                ObjectType.COLUMN, CatalogName.column(view.name(), column.name()))
                        .with(
                                ObjectAttribute.DEFINITION,
                                "column",
                                List.of(Dependency.required(CatalogName.relation(view.name()), DependencyType.MEMBER)))
                        .with(ObjectAttribute.COMMENT, column.comment())));
        return all;
    }

    public static List<Dependency> viewDependencies(View view) {
        List<Dependency> needed = new ArrayList<>(ExpressionDependencies.ofQuery(view.sql()));
        view.dependsOn()
                .forEach(name -> needed.add(Dependency.possible(CatalogName.relation(name), DependencyType.REFERENCE)));
        return needed;
    }

    /** What a view is, apart from its comments, indexes and privileges. */
    public static Object viewDefinition(View view) {
        return List.of(view.sql(), view.materialized() ? "materialized" : view.form());
    }

    /** A SQL-defined object. */
    public static ObjectDefinition object(SqlObject object) {
        Optional<CreateStatement> made = CreateStatement.of(object.create());
        return objectNames(object, made)
                .with(ObjectAttribute.DEFINITION, objectDefinition(object), dependencies(object, made));
    }

    /**
     * What a SQL-defined object is, however its statements are written: in whatever order those after the first are.
     * Inheritance is compared by its tables.
     */
    public static List<String> objectDefinition(SqlObject object) {
        List<String> statements = SqlScript.of(object.create()).statements();
        if (statements.isEmpty() || InheritStatement.isAltering(object.create())) {
            return List.of();
        }
        Optional<TextSearchConfiguration> mapped = TextSearchConfiguration.of(statements);
        List<String> definition = new ArrayList<>();
        definition.add(mapped.map(made -> made.source() + " " + made.mappings() + " " + made.replacements())
                .or(() -> TextSearchDictionary.of(statements.get(0))
                        .map(made -> made.options().toString()))
                .or(() -> DomainStatement.of(statements.get(0))
                        .map(domain -> domain.sorted().create()))
                .orElseGet(() -> CreateStatement.normalized(statements.get(0))));
        mapped.map(TextSearchConfiguration::others).orElseGet(() -> statements.subList(1, statements.size())).stream()
                .map(CreateStatement::normalized)
                .sorted()
                .forEach(definition::add);
        return List.copyOf(definition);
    }

    /** The name of a SQL-defined object in the snapshot, which stays when its table is renamed. */
    public static CatalogName objectName(SqlObject object) {
        return objectName(object.name());
    }

    /** The name of a SQL-defined object by its name in the snapshot. */
    public static CatalogName objectName(QualifiedName object) {
        return CatalogName.object(object, "object");
    }

    private static ObjectDefinition objectNames(SqlObject object, Optional<CreateStatement> statement) {
        CatalogName name = objectName(object);
        if (InheritStatement.isAltering(object.create())) {
            return ObjectDefinition.of(ObjectType.INHERITANCE, name);
        }
        if (statement.filter(CreateStatement::isIndex).isPresent()) {
            return ObjectDefinition.of(
                    ObjectType.INDEX, CatalogName.relation(statement.get().name()), name);
        }
        if (statement.isEmpty() || statement.get().alters()) {
            return ObjectDefinition.of(ObjectType.OTHER, name);
        }
        CreateStatement made = statement.get();
        QualifiedName own = made.name();
        if (made.routine()) {
            return ObjectDefinition.of(
                    ObjectType.ROUTINE, CatalogName.routine(own, parameters(made.signature())), name);
        }
        return switch (made.kind()) {
            case "trigger" -> ofRelation(ObjectType.TRIGGER, made, CatalogName::trigger, name);
            case "rule" -> ofRelation(ObjectType.RULE, made, CatalogName::rule, name);
            case "domain" -> ObjectDefinition.of(ObjectType.TYPE, CatalogName.type(own), name);
            case "table" ->
                ObjectDefinition.of(ObjectType.TABLE, CatalogName.relation(own), CatalogName.type(own), name);
            case "type" ->
                CreateStatement.isCompositeType(object.create())
                        ? ObjectDefinition.of(ObjectType.TYPE, CatalogName.type(own), CatalogName.relation(own), name)
                        : ObjectDefinition.of(ObjectType.TYPE, CatalogName.type(own), name);
            default ->
                NAMED_ONCE.contains(made.kind())
                        ? ObjectDefinition.of(ObjectType.OTHER, CatalogName.object(own, made.kind()), name)
                        : ObjectDefinition.of(ObjectType.OTHER, name);
        };
    }

    private static ObjectDefinition ofRelation(
            ObjectType type,
            CreateStatement made,
            BiFunction<QualifiedName, String, CatalogName> named,
            CatalogName name) {
        return made.on()
                .map(on -> ObjectDefinition.of(type, named.apply(on, made.name().name()), name))
                .orElseGet(() -> ObjectDefinition.of(ObjectType.OTHER, name));
    }

    /** An object that makes tables inherit. */
    public static ObjectDefinition inheritance(QualifiedName object, List<TableInheritance.Link> links) {
        return ObjectDefinition.of(ObjectType.INHERITANCE, objectName(object))
                .with(ObjectAttribute.DEFINITION, List.of(), inheritance(links));
    }

    /** A child is dropped without regard to its parents. */
    private static List<Dependency> inheritance(List<TableInheritance.Link> links) {
        List<Dependency> needed = new ArrayList<>();
        for (TableInheritance.Link link : links) {
            needed.add(Dependency.possible(CatalogName.relation(link.child()), DependencyType.MEMBER));
            needed.add(Dependency.possible(CatalogName.relation(link.parent()), DependencyType.PARENT));
        }
        return needed;
    }

    /** The text in the first parentheses of a signature. */
    private static String parameters(String signature) {
        int depth = 0;
        for (int at = 0; at < signature.length(); at++) {
            depth += signature.charAt(at) == '(' ? 1 : signature.charAt(at) == ')' ? -1 : 0;
            if (depth == 0 && signature.charAt(at) == ')') {
                return signature.substring(0, at + 1).toLowerCase(Locale.ROOT);
            }
        }
        return signature.toLowerCase(Locale.ROOT);
    }

    private static List<Dependency> dependencies(SqlObject object, Optional<CreateStatement> statement) {
        if (InheritStatement.isAltering(object.create())) {
            return inheritance(TableInheritance.of(object));
        }
        List<Dependency> needed = new ArrayList<>();
        TableInheritance.of(object).stream()
                .filter(TableInheritance.Link::creates)
                .forEach(link ->
                        needed.add(Dependency.possible(CatalogName.relation(link.parent()), DependencyType.PARENT)));
        ReferencedNames names = ReferencedNames.in(object.create());
        boolean opaque = statement.filter(CreateStatement::routine).isPresent() && !names.parsedBody();
        if (opaque) {
            ReferencedNames.in(statement.get().signature())
                    .names()
                    .forEach(name -> needed.add(Dependency.possible(CatalogName.type(name), DependencyType.REFERENCE)));
        } else {
            needed.addAll(ExpressionDependencies.of(object.create()));
            names.names()
                    .forEach(name -> needed.add(Dependency.possible(CatalogName.type(name), DependencyType.REFERENCE)));
        }
        statement.flatMap(CreateStatement::on).ifPresent(on -> {
            needed.add(Dependency.expected(CatalogName.relation(on), DependencyType.MEMBER));
            needed.addAll(ExpressionDependencies.of(on, TriggerColumns.in(object.create()), DependencyType.REFERENCE));
        });
        // Statistics are dropped with their columns.
        boolean statistics =
                statement.filter(made -> made.kind().equals("statistics")).isPresent();
        return statistics
                ? ExpressionDependencies.ofQuery(object.create()).stream()
                        .map(each -> new Dependency(each.on(), DependencyType.MEMBER, each.required(), each.expected()))
                        .toList()
                : needed;
    }
}
