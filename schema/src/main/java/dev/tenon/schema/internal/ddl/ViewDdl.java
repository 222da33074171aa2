package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectDefinition;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.ViewSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements about views. */
public final class ViewDdl {

    private ViewDdl() {}

    /** Creates the view without comments, indexes and privileges, which other statements add. */
    public static Ddl create(View view) {
        return Ddl.create(ViewSql.create(view), SchemaDefinitions.view(bare(view)));
    }

    /**
     * Replaces the query in place; the columns of the former view stay, and new ones follow.
     *
     * @param before the former view
     */
    public static Ddl replace(View before, View view) {
        List<CatalogEffect> effects = new ArrayList<>();
        effects.add(new CatalogEffect.Alter(
                CatalogName.relation(view.name()),
                ObjectAttribute.DEFINITION,
                SchemaDefinitions.viewDefinition(view),
                SchemaDefinitions.viewDependencies(view)));
        for (ObjectDefinition object : SchemaDefinitions.view(bare(view))) {
            boolean added = object.type() == ObjectType.COLUMN
                    && KeyedLookup.find(before.columns(), object.name().member())
                            .isEmpty();
            if (added) {
                effects.add(new CatalogEffect.Create(object));
            }
        }
        return new Ddl(ViewSql.replace(view), effects);
    }

    public static Ddl drop(View view) {
        return Ddl.drop(ViewSql.drop(view), ObjectType.VIEW, CatalogName.relation(view.name()));
    }

    public static Ddl rename(View view, String name) {
        return Ddl.rename(
                ViewSql.rename(view, name),
                CatalogName.relation(view.name()),
                CatalogName.relation(view.name().withName(name)));
    }

    public static Ddl move(View view, String schema) {
        return Ddl.rename(
                ViewSql.move(view, schema),
                CatalogName.relation(view.name()),
                CatalogName.relation(new QualifiedName(schema, view.name().name())));
    }

    public static Ddl comment(View view) {
        return Ddl.alter(
                ViewSql.comment(view), CatalogName.relation(view.name()), ObjectAttribute.COMMENT, view.comment());
    }

    public static Ddl comment(QualifiedName view, String column, Optional<String> comment) {
        return Ddl.alter(
                ViewSql.comment(view, column, comment),
                CatalogName.column(view, column),
                ObjectAttribute.COMMENT,
                comment);
    }

    private static View bare(View view) {
        return view.withComment(Optional.empty())
                .withColumns(view.columns().stream()
                        .map(column -> ViewColumn.of(column.name()))
                        .toList());
    }
}
