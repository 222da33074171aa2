package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** The tables that a compilation declares, each name once. */
final class TableRegistry {

    private final ReadContext context;
    private final Map<TypeElement, TableDraft> tables = new LinkedHashMap<>();
    private final Set<TypeElement> foreign = new HashSet<>();
    private final List<TableDraft> additional = new ArrayList<>();
    private final Map<QualifiedName, TypeElement> names = new TreeMap<>();

    TableRegistry(ReadContext context) {
        this.context = context;
    }

    /** Adds the table of an entity; reports a duplicate name. */
    boolean add(TypeElement entity, TableDraft table) {
        boolean fresh = isFresh(entity, table);
        if (fresh) {
            tables.put(entity, table);
        }
        return fresh;
    }

    /** Adds the table of an entity that another library's annotations describe. */
    void addForeign(TypeElement entity, TableDraft table) {
        if (add(entity, table)) {
            foreign.add(entity);
        }
    }

    /** Adds a table that its entity has in addition to its own, such as one of a collection. */
    void addAdditional(TableDraft table) {
        if (isFresh(table.shape().entity(), table)) {
            additional.add(table);
        }
    }

    /** Whether another library's annotations describe the entity, and it has a table of its own. */
    boolean isForeign(TypeElement entity) {
        return foreign.contains(entity);
    }

    /** The entities with a table of their own, in the order of reading. */
    Map<TypeElement, TableDraft> byEntity() {
        return tables;
    }

    /** The tables that entities have in addition to their own. */
    List<TableDraft> additional() {
        return additional;
    }

    /** All tables, the additional ones at the end. */
    Stream<TableDraft> all() {
        return Stream.concat(tables.values().stream(), additional.stream());
    }

    private boolean isFresh(TypeElement entity, TableDraft table) {
        TypeElement before = names.putIfAbsent(table.name(), entity);
        if (before != null) {
            duplicate(table, before, entity);
        }
        return before == null;
    }

    private void duplicate(TableDraft table, TypeElement first, TypeElement second) {
        context.diagnostics()
                .error(
                        DiagnosticCode.DUPLICATE_TABLE,
                        context.annotations()
                                .find(second, "Table")
                                .map(use -> use.site("name"))
                                .orElseGet(() -> SourceLocation.of(second)),
                        first + " and " + second + " both map to table "
                                + table.name().display(),
                        "rename one of the tables with @Table");
    }
}
