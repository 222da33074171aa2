package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds views and SQL-defined objects that read a relation which is not imported, such as a foreign table: a new database
 * could not create them.
 */
final class UnheldReaders {

    private static final String FOREIGN_TABLE = "foreign table";

    private final Set<QualifiedName> absent;
    private final LeftoverCollector leftovers;

    private UnheldReaders(Set<QualifiedName> absent, LeftoverCollector leftovers) {
        this.absent = absent;
        this.leftovers = leftovers;
    }

    /**
     * Returns the schema without these readers, and adds a warning for each.
     *
     * @param content the database, with what is not imported
     * @param imported the schema without the tables that are not imported
     */
    static Schema without(DatabaseContent content, Schema imported, LeftoverCollector leftovers) {
        Set<QualifiedName> absent = content.leftovers().stream()
                .filter(each -> each.kind().equals(FOREIGN_TABLE))
                .map(each -> QualifiedName.parse(each.identity()))
                .collect(Collectors.toCollection(HashSet::new));
        content.live().schema().tables().stream()
                .map(Table::name)
                .filter(name -> imported.table(name).isEmpty())
                .forEach(absent::add);
        content.live().schema().views().stream()
                .map(View::name)
                .filter(name -> imported.view(name).isEmpty())
                .forEach(absent::add);
        return absent.isEmpty() ? imported : new UnheldReaders(absent, leftovers).without(imported);
    }

    private Schema without(Schema schema) {
        List<View> views = schema.views();
        boolean more = true;
        while (more) {
            List<View> rest = views.stream().filter(this::isCreatable).toList();
            more = rest.size() < views.size();
            views = rest;
        }
        return schema.withViews(views)
                .withObjects(schema.objects().stream().filter(this::isCreatable).toList());
    }

    /** Whether the view reads only what is imported; otherwise it is absent, too. */
    private boolean isCreatable(View view) {
        Optional<QualifiedName> read = absentIn(view.sql());
        read.ifPresent(relation -> {
            leftovers.reader(ObjectPath.view(view.name()), view.sql(), relation);
            absent.add(view.name());
        });
        return read.isEmpty();
    }

    /** The server resolves the names in bodies of other languages than SQL only when the routine is called. */
    private boolean isCreatable(SqlObject object) {
        Optional<CreateStatement> made = CreateStatement.of(object.create());
        boolean opaque = made.filter(CreateStatement::routine).isPresent()
                && !ReferencedNames.in(object.create()).parsedBody()
                && !object.create().toLowerCase(Locale.ROOT).matches("(?s).*\\blanguage\\s+sql\\b.*");
        Optional<QualifiedName> read = made.flatMap(CreateStatement::on)
                .filter(absent::contains)
                .or(() -> opaque ? Optional.empty() : absentIn(object.create()));
        read.ifPresent(relation -> leftovers.reader(ObjectPath.object(object.name()), object.create(), relation));
        return read.isEmpty();
    }

    private Optional<QualifiedName> absentIn(String sql) {
        return ReferencedNames.in(sql).relations().stream()
                .filter(absent::contains)
                .findFirst();
    }
}
