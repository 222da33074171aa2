package dev.tenon.schema.internal.json;

import dev.tenon.schema.IndexKey;
import java.util.Optional;

/** The JSON of the keys of indexes and exclusion constraints. */
final class IndexKeyCodec {

    private static final ObjectCodec<IndexKey> KEY = ObjectCodec.<IndexKey>building(read ->
                    new IndexKey(keyTarget(read), read.get("opclass"), read.get("collation"), read.get("order")))
            .optional("column", Codec.TEXT, IndexKey::column)
            .optional(
                    "expression",
                    Codec.TEXT,
                    key -> key.target() instanceof IndexKey.OfExpression expression
                            ? Optional.of(expression.sql())
                            : Optional.empty())
            .optional("opclass", SharedCodecs.NAME, IndexKey::operatorClass)
            .optional("collation", SharedCodecs.NAME, IndexKey::collation)
            .field("order", Codec.constant(IndexKey.Order.class), IndexKey::order, IndexKey.Order.ASC);

    static final Codec<IndexKey> CODEC = shortened();

    private IndexKeyCodec() {}

    /** A key that is only a column is written as its name. */
    private static Codec<IndexKey> shortened() {
        return Codec.of(
                key -> key.column()
                        .filter(name -> key.equals(IndexKey.column(name)))
                        .<JsonValue>map(JsonValue::text)
                        .orElseGet(() -> KEY.write(key)),
                json -> json instanceof JsonValue.JsonText text ? IndexKey.column(text.value()) : KEY.read(json));
    }

    private static IndexKey.Target keyTarget(ObjectCodec.MemberValues read) {
        Optional<String> column = read.get("column");
        Optional<String> expression = read.get("expression");
        Optional<IndexKey.Target> target = column.map(IndexKey.OfColumn::new);
        return target.or(() -> expression.map(IndexKey.OfExpression::new))
                .orElseThrow(() -> new JsonException(read.at(), "an index key needs a 'column' or an 'expression'"));
    }
}
