package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.RelationRewriter;
import dev.tenon.schema.internal.sql.parse.SchemaRewriter;
import dev.tenon.schema.internal.sql.parse.TypeRewriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the objects of moved extensions the names that they have in their new schema, as the server does: columns keep
 * their types, indexes their operator classes. The extensions themselves stay where they are, so that the diff finds
 * the move.
 */
final class ExtensionMoves {

    private final String extension;
    private final String from;
    private final String to;
    private final Set<String> types;
    /** Names in the old schema that are no extension's. */
    private final Set<String> declared = new HashSet<>();
    /** Whether all extensions of the old schema move together. */
    private final boolean alone;

    private ExtensionMoves(Extension moved, String to, Schema before, Schema after) {
        this.extension = moved.name();
        this.from = moved.schema();
        this.to = to;
        this.types = ExtensionObjects.types(moved.name());
        before.tables().forEach(table -> declare(table.name()));
        before.views().forEach(view -> declare(view.name()));
        before.enums().forEach(type -> declare(type.name()));
        before.sequences().forEach(sequence -> declare(sequence.name()));
        before.objects().forEach(object -> CreateStatement.of(object.create()).ifPresent(made -> declare(made.name())));
        this.alone = before.extensions().stream()
                .filter(other -> other.schema().equals(from))
                .allMatch(other -> after.extensions().contains(new Extension(other.name(), to)));
    }

    /** The schema before, with the names that it has after the moves. */
    static Schema apply(Schema before, Schema after) {
        Schema moved = before;
        for (Extension extension : before.extensions()) {
            Optional<String> to = after.extensions().stream()
                    .filter(now -> now.name().equals(extension.name()))
                    .map(Extension::schema)
                    .filter(schema -> !schema.equals(extension.schema()))
                    .findFirst();
            if (to.isPresent()) {
                moved = new ExtensionMoves(extension, to.get(), before, after).apply(moved);
            }
        }
        return moved;
    }

    private void declare(QualifiedName name) {
        if (name.schema().equals(from)) {
            declared.add(name.name());
        }
    }

    private Schema apply(Schema schema) {
        return schema.withTables(schema.tables().stream().map(this::table).toList())
                .withViews(schema.views().stream().map(this::view).toList())
                .withObjects(schema.objects().stream().map(this::object).toList());
    }

    private Table table(Table table) {
        Table moved = table.withColumns(
                        table.columns().stream().map(this::column).toList())
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList())
                .withIndexes(table.indexes().stream().map(this::index).toList());
        return TableExpressions.map(moved, (at, kind, sql) -> sql(sql));
    }

    private Column column(Column column) {
        return column.withType(type(column.type()));
    }

    private ColumnType type(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(type(array.element()));
        }
        return type instanceof ColumnType.UserDefined named
                ? new ColumnType.UserDefined(name(named.name()), named.modifiers())
                : type;
    }

    private Constraint constraint(Constraint constraint) {
        return constraint instanceof Constraint.Exclusion exclusion
                ? exclusion.withElements(exclusion.elements().stream()
                        .map(element -> element.withKey(key(element.key())))
                        .toList())
                : constraint;
    }

    private Index index(Index index) {
        return index.withKeys(index.keys().stream().map(this::key).toList());
    }

    private IndexKey key(IndexKey key) {
        return key.operatorClass()
                .map(name -> key.withOperatorClass(name(name)))
                .orElse(key);
    }

    private View view(View view) {
        View moved = view.withSql(sql(view.sql()));
        return view.materialized()
                ? moved.withForm(new ViewKind.Materialized(
                        view.indexes().stream().map(this::index).toList()))
                : moved;
    }

    private SqlObject object(SqlObject object) {
        String drop = object.drop();
        for (String type : types) {
            drop = RelationRewriter.inDrop(drop, new QualifiedName(from, type), new QualifiedName(to, type));
        }
        return new SqlObject(
                object.name(),
                SchemaRewriter.in(object.create(), from, to, this::moves),
                SchemaRewriter.in(drop, from, to, this::moves),
                object.beforeTables(),
                object.dependsOn(),
                object.shared());
    }

    private String sql(String sql) {
        String moved = SchemaRewriter.in(sql, from, to, this::moves);
        for (String type : types) {
            moved = TypeRewriter.in(moved, new QualifiedName(from, type), new QualifiedName(to, type));
        }
        return moved;
    }

    private QualifiedName name(QualifiedName name) {
        return name.schema().equals(from) && moves(name.name()) ? new QualifiedName(to, name.name()) : name;
    }

    private boolean moves(String name) {
        return !declared.contains(name)
                && (alone
                        || types.contains(name)
                        || ExtensionObjects.ofOperatorClass(name)
                                .filter(extension::equals)
                                .isPresent());
    }
}
