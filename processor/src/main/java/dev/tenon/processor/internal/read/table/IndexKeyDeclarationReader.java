package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.Parentheses;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.type.CollationNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.IndexKey.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys of an index: columns, fields or expressions in parentheses, each with its order. */
final class IndexKeyDeclarationReader {

    private static final Pattern KEY =
            Pattern.compile("(?is)(?<what>.+?)"
                    + "(?:\\s+COLLATE\\s+(?<collation>(?:(?:\"[^\"]+\"|\\w+)\\.)?(?:\"[^\"]+\"|[\\w.\"-]+)))?"
                    + "(?:\\s+(?<direction>ASC|DESC))?(?:\\s+NULLS\\s+(?<nulls>FIRST|LAST))?");

    private final ReadContext context;

    /**
     * A key with its place in the source.
     *
     * @param name the column or the expression
     * @param key the key
     * @param site the place of the key
     */
    record LocatedKey(String name, IndexKey key, SourceLocation site) {}

    IndexKeyDeclarationReader(ReadContext context) {
        this.context = context;
    }

    /** The keys: the columns of the place, followed by the items in the annotation. */
    List<LocatedKey> read(TableDraft table, DeclarationSite place, AnnotationUse use) {
        List<LocatedKey> keys = new ArrayList<>();
        place.columns().forEach(column -> keys.add(new LocatedKey(column, IndexKey.column(column), use.site())));
        use.texts("columns").forEach(item -> keys.addAll(read(table, item)));
        return keys;
    }

    /** The keys of one item: several if the item is an embedded field. */
    List<LocatedKey> read(TableDraft table, AnnotationUse.Item item) {
        Matcher key = KEY.matcher(item.text().strip());
        if (!key.matches()) {
            problem(item, "an index key is blank");
            return List.of();
        }
        String what = key.group("what");
        UnaryOperator<IndexKey> finished = each -> new IndexKey(
                each.target(),
                each.operatorClass(),
                Optional.ofNullable(key.group("collation")).map(CollationNames::named),
                order(key));
        if (!what.startsWith("(")) {
            return table.shape().columnsOf(what).stream()
                    .map(column -> new LocatedKey(column, finished.apply(IndexKey.column(column)), item.site()))
                    .toList();
        }
        Optional<String> inside = Parentheses.strip(what);
        if (inside.isEmpty()) {
            problem(item, "'" + what + "' is not an expression in one pair of parentheses");
        }
        return inside.map(sql -> new LocatedKey(sql, finished.apply(IndexKey.expression(sql)), item.site())).stream()
                .toList();
    }

    private static Order order(Matcher key) {
        boolean descending = "DESC".equals(upper(key.group("direction")));
        String nulls = upper(key.group("nulls"));
        if (descending) {
            return nulls.equals("LAST") ? Order.DESC_NULLS_LAST : Order.DESC;
        }
        return nulls.equals("FIRST") ? Order.ASC_NULLS_FIRST : Order.ASC;
    }

    private static String upper(@Nullable String text) {
        return text == null ? "" : text.toUpperCase(Locale.ROOT);
    }

    private void problem(AnnotationUse.Item item, String problem) {
        context.diagnostics()
                .error(
                        DiagnosticCode.INDEX_KEY,
                        item.site(),
                        problem,
                        "name a column or field, or put an expression in parentheses; COLLATE, ASC, DESC and NULLS"
                                + " FIRST or LAST may follow");
    }
}
