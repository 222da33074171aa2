package dev.tenon.runtime.internal.format;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.internal.sql.PartitionSql;
import dev.tenon.schema.internal.sql.SequenceSql;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formats the values of attributes for reports. */
public final class AttributeFormatter {

    private static final String NONE = "none";

    private static final ColumnDefault.Cases<String> DEFAULT = new ColumnDefault.Cases<>() {
        @Override
        public String expression(ColumnDefault.Expression expression) {
            return expression.sql();
        }

        @Override
        public String identity(ColumnDefault.Identity identity) {
            String options = SequenceSql.options(identity.options());
            return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                    + (options.isEmpty() ? "" : " (" + options + ")");
        }

        @Override
        public String generated(ColumnDefault.Generated generated) {
            return "GENERATED ALWAYS AS (" + generated.sql() + ")" + (generated.virtual() ? " VIRTUAL" : "");
        }
    };

    private AttributeFormatter() {}

    /** Returns the value of an attribute as text. */
    public static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? NONE : text(optional.get());
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? NONE
                    : list.stream().map(AttributeFormatter::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? NONE
                    : map.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(", "));
        }
        if (value instanceof ColumnDefault source) {
            return source.match(DEFAULT);
        }
        if (value instanceof QualifiedName name) {
            return name.display();
        }
        if (value instanceof IndexKey key) {
            return key(key);
        }
        if (value instanceof PartitionBound bound) {
            return PartitionSql.bound(bound);
        }
        if (value instanceof Partitioning partitioning) {
            return PartitionSql.clause(partitioning);
        }
        if (value instanceof SequenceOptions options) {
            String text = SequenceSql.options(options);
            return text.isEmpty() ? "usual" : text;
        }
        if (value instanceof ExclusionElement element) {
            return key(element.key()) + " WITH " + element.operator();
        }
        return value instanceof Enum<?> constant ? label(constant) : value.toString();
    }

    /**
     * Returns the most important attribute of an object, for a report of the whole object; empty for objects whose name
     * is enough.
     */
    public static String summary(Object object) {
        if (object instanceof Column column) {
            return text(column.type());
        }
        if (object instanceof EnumType type) {
            return text(type.labels());
        }
        if (object instanceof Partition partition) {
            return text(partition.bound());
        }
        if (object instanceof Grant grant) {
            return text(grant.privileges());
        }
        return object instanceof Index index && !index.valid() ? "an INVALID index, left by a failed build" : "";
    }

    private static String key(IndexKey key) {
        String target = key.target() instanceof IndexKey.OfExpression expression
                ? "(" + expression.sql() + ")"
                : key.column().orElseThrow();
        return target
                + key.collation().map(name -> " COLLATE " + name.display()).orElse("")
                + key.operatorClass().map(name -> " " + name.display()).orElse("")
                + (key.order() == IndexKey.Order.ASC
                        ? ""
                        : " " + label(key.order()).toUpperCase(Locale.ROOT));
    }

    private static String label(Enum<?> constant) {
        return constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
