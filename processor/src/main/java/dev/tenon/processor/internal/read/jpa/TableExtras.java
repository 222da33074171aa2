package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the indexes, unique constraints and checks in table annotations. */
final class TableExtras {

    private static final Pattern KEY = Pattern.compile("(?is)(?<what>.+?)(?:\\s+(?<direction>ASC|DESC))?");

    private final JpaContext jpa;
    private final TableBuilder builder;

    TableExtras(JpaContext jpa, TableBuilder builder) {
        this.jpa = jpa;
        this.builder = builder;
    }

    /** Adds the members in {@code @Table}, {@code @JoinTable} or {@code @CollectionTable} to the table. */
    void read(TableDraft table, AnnotationUse use) {
        jpa.nested(use, "indexes").forEach(index -> index(table, index));
        jpa.nested(use, "uniqueConstraints").forEach(unique -> unique(table, unique));
        TableContribution checks = new TableContribution();
        new ColumnExtras(jpa).checks(use, List.of(), checks);
        checks.conditions().forEach(check -> builder.check(table, check));
    }

    private void unique(TableDraft table, AnnotationUse use) {
        List<String> columns = use.texts("columnNames").stream()
                .map(item -> jpa.naming().physical(item.text()))
                .toList();
        if (columns.isEmpty()) {
            noColumns(use.site("columnNames"), "@UniqueConstraint");
            return;
        }
        builder.unique(table, columns, use.optionalText("name").map(jpa.naming()::physical), use.site("columnNames"));
    }

    private void index(TableDraft table, AnnotationUse use) {
        SourceLocation site = use.site("columnList");
        List<IndexKey> keys = new ArrayList<>();
        for (String item : split(use.text("columnList"))) {
            key(item).ifPresent(keys::add);
        }
        if (keys.isEmpty()) {
            noColumns(site, "@Index");
            return;
        }
        List<String> names =
                keys.stream().map(key -> key.column().orElse("expr")).toList();
        Optional<String> said = use.optionalText("name").map(jpa.naming()::physical);
        if (use.flag("unique") && keys.stream().allMatch(TableExtras::isPlain)) {
            // Hibernate ORM creates a constraint, too.
            builder.unique(table, names, said, site);
            return;
        }
        String name = said.orElseGet(() -> DefaultNames.index(table.name(), names));
        ObjectPath path = ObjectPath.index(table.name(), name);
        List.of("columns", "opclass", "name", "unique")
                .forEach(attribute -> jpa.context().sites().put(path, attribute, site));
        Index index = Index.of(name, "btree", keys).withUnique(use.flag("unique"));
        table.add(index, site);
    }

    private static boolean isPlain(IndexKey key) {
        return key.column().map(IndexKey::column).filter(key::equals).isPresent();
    }

    private Optional<IndexKey> key(String item) {
        Matcher key = KEY.matcher(item.strip());
        if (!key.matches()) {
            return Optional.empty();
        }
        String what = key.group("what").strip();
        String direction = key.group("direction");
        IndexKey.Order order =
                direction != null && direction.toUpperCase(Locale.ROOT).equals("DESC")
                        ? IndexKey.Order.DESC
                        : IndexKey.Order.ASC;
        IndexKey plain =
                what.indexOf('(') < 0 ? IndexKey.column(jpa.naming().physical(what)) : IndexKey.expression(what);
        return Optional.of(new IndexKey(plain.target(), plain.operatorClass(), plain.collation(), order));
    }

    /** Splits at the commas outside parentheses. */
    private static List<String> split(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(list.substring(from, i));
                from = i + 1;
            }
        }
        items.add(list.substring(from));
        return items;
    }

    private void noColumns(SourceLocation site, String annotation) {
        jpa.error(DiagnosticCode.INDEX_OPTION, site, annotation + " lists no columns", "list its columns");
    }
}
