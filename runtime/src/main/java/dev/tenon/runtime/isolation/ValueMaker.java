package dev.tenon.runtime.isolation;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.sql.Identifier;
import dev.tenon.schema.sql.Literal;
import dev.tenon.schema.sql.TypeSql;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generates values of all supported types, each as an SQL expression with a cast. */
final class ValueMaker {

    private static final String DOMAIN_BASE = """
            SELECT CASE n.nspname WHEN 'pg_catalog' THEN format_type(t.typbasetype, t.typtypmod)
                ELSE quote_ident(n.nspname) || '.' || quote_ident(b.typname) END
            FROM pg_type t JOIN pg_type b ON b.oid = t.typbasetype JOIN pg_namespace n ON n.oid = b.typnamespace
            WHERE t.oid = to_regtype(?) AND t.typtype = 'd'""";

    private static final String LABELS = """
            SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = to_regtype(?) ORDER BY e.enumsortorder""";

    private final Stage stage;
    private final Map<ColumnType, Optional<ColumnType>> bases = new HashMap<>();
    private final Map<ColumnType, List<String>> labels = new HashMap<>();
    // Rows of another run may be there, and unique constraints may hold across tenants.
    private int number = new SecureRandom().nextInt(1_000_000);

    ValueMaker(Stage stage) {
        this.stage = stage;
    }

    /** Values for one row; empty for a type that none are known of. */
    Optional<Candidates> candidates(ColumnType type) throws SQLException {
        Optional<Candidates> raw = raw(type);
        return raw.map(values -> new Candidates(cast(values.unique(), type), cast(values.usual(), type)));
    }

    /** The text as an expression of the type. */
    static String cast(String text, ColumnType type) {
        return Literal.text(text).strip() + "::" + TypeSql.name(type);
    }

    private static List<String> cast(List<String> texts, ColumnType type) {
        return texts.stream().map(text -> cast(text, type)).toList();
    }

    private Optional<Candidates> raw(ColumnType type) throws SQLException {
        if (type instanceof ColumnType.Array array) {
            return Optional.of(raw(array.element())
                    .filter(element -> !element.unique().isEmpty())
                    .map(element -> Candidates.of(
                            "{\""
                                    + element.unique()
                                            .get(0)
                                            .replace("\\", "\\\\")
                                            .replace("\"", "\\\"") + "\"}",
                            "{}"))
                    .orElse(Candidates.usual("{}")));
        }
        if (type instanceof ColumnType.Builtin builtin) {
            return BuiltinValues.of(builtin.name(), number++, numbers(builtin.modifiers()));
        }
        return ofUser((ColumnType.UserDefined) type);
    }

    private Optional<Candidates> ofUser(ColumnType.UserDefined type) throws SQLException {
        Optional<Candidates> known = ExtensionValues.of(type.name().name(), number++, numbers(type.modifiers()));
        if (known.isPresent()) {
            return known;
        }
        String name = Identifier.quote(type.name());
        if (!labels.containsKey(type)) {
            labels.put(type, stage.texts(LABELS, name));
            bases.put(type, stage.texts(DOMAIN_BASE, name).stream().findFirst().map(ColumnType::parse));
        }
        List<String> words = labels.getOrDefault(type, List.of());
        if (!words.isEmpty()) {
            return Optional.of(new Candidates(List.of(), words));
        }
        Optional<ColumnType> base = bases.getOrDefault(type, Optional.empty());
        return base.isPresent() ? raw(base.get()) : Optional.empty();
    }

    /** The modifiers that are numbers, such as lengths. */
    static List<Integer> numbers(List<String> modifiers) {
        return modifiers.stream()
                .filter(modifier -> modifier.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }
}
