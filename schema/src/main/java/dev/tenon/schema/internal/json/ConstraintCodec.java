package dev.tenon.schema.internal.json;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Constraint.Check;
import dev.tenon.schema.Constraint.Exclusion;
import dev.tenon.schema.Constraint.ForeignKey;
import dev.tenon.schema.Constraint.PrimaryKey;
import dev.tenon.schema.Constraint.Unique;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ForeignKeyMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The JSON of constraints: first {@code kind}, then the attributes of that kind. */
final class ConstraintCodec {

    private static final Constraint.Cases<String> KIND = new Constraint.Cases<>() {
        @Override
        public String primaryKey(PrimaryKey key) {
            return "primary key";
        }

        @Override
        public String unique(Unique unique) {
            return "unique";
        }

        @Override
        public String check(Check check) {
            return "check";
        }

        @Override
        public String foreignKey(ForeignKey key) {
            return "foreign key";
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return "exclusion";
        }
    };

    private static final ObjectCodec<ExclusionElement> ELEMENT = ObjectCodec.<ExclusionElement>building(
                    read -> new ExclusionElement(read.get("key"), read.get("operator")))
            .field("key", IndexKeyCodec.CODEC, ExclusionElement::key)
            .field("operator", Codec.TEXT, ExclusionElement::operator);

    static final ObjectCodec<Constraint> CODEC = ObjectCodec.<Constraint>building(ConstraintCodec::build)
            .field("kind", Codec.TEXT, constraint -> constraint.match(KIND))
            .field("columns", SharedCodecs.NAMES, ConstraintCodec::columns, List.of())
            .optional("target", SharedCodecs.NAME, of(ForeignKey.class, ForeignKey::target))
            .field(
                    "targetColumns",
                    SharedCodecs.NAMES,
                    of(ForeignKey.class, ForeignKey::targetColumns).andThen(list -> list.orElse(List.of())),
                    List.of())
            .optional("onDelete", Codec.constant(ForeignKeyAction.class), of(ForeignKey.class, ForeignKey::onDelete))
            .field(
                    "onDeleteColumns",
                    SharedCodecs.NAMES,
                    of(ForeignKey.class, ForeignKey::onDeleteColumns).andThen(list -> list.orElse(List.of())),
                    List.of())
            .optional("onUpdate", Codec.constant(ForeignKeyAction.class), of(ForeignKey.class, ForeignKey::onUpdate))
            .field(
                    "match",
                    Codec.constant(ForeignKeyMatch.class),
                    of(ForeignKey.class, ForeignKey::match).andThen(match -> match.orElse(ForeignKeyMatch.SIMPLE)),
                    ForeignKeyMatch.SIMPLE)
            .optional("expression", Codec.TEXT, of(Check.class, Check::expression))
            .optional("method", Codec.TEXT, of(Exclusion.class, Exclusion::method))
            .field(
                    "elements",
                    Codec.list(ELEMENT),
                    of(Exclusion.class, Exclusion::elements).andThen(list -> list.orElse(List.of())),
                    List.of())
            .optional(
                    "where",
                    Codec.TEXT,
                    of(Exclusion.class, Exclusion::where).andThen(where -> where.flatMap(Function.identity())))
            .field(
                    "nullsNotDistinct",
                    Codec.FLAG,
                    of(Unique.class, Unique::nullsNotDistinct).andThen(flag -> flag.orElse(false)),
                    false)
            .field(
                    "deferrability",
                    Codec.constant(Deferrability.class),
                    ConstraintCodec::deferrability,
                    Deferrability.NOT_DEFERRABLE)
            .field("validated", Codec.FLAG, Constraint::validated, true)
            .field(
                    "include",
                    SharedCodecs.NAMES,
                    constraint -> constraint.index().include(),
                    List.of())
            .field(
                    "with",
                    Codec.map(Codec.TEXT),
                    constraint -> constraint.index().with(),
                    Map.of());

    private ConstraintCodec() {}

    private static Constraint build(ObjectCodec.MemberValues read) {
        return bare(read).withIndex(new ConstraintIndex(read.get("include"), read.get("with")));
    }

    private static Constraint bare(ObjectCodec.MemberValues read) {
        String name = read.key();
        String kind = read.get("kind");
        return switch (kind) {
            case "primary key" -> new PrimaryKey(name, read.get("columns"));
            case "unique" ->
                new Unique(name, read.get("columns"), read.get("nullsNotDistinct"), read.get("deferrability"));
            case "check" -> new Check(name, required(read, "expression"), read.get("validated"));
            case "foreign key" ->
                new ForeignKey(
                        name,
                        read.get("columns"),
                        required(read, "target"),
                        read.get("targetColumns"),
                        required(read, "onDelete"),
                        read.get("onDeleteColumns"),
                        required(read, "onUpdate"),
                        read.get("match"),
                        read.get("deferrability"),
                        read.get("validated"));
            case "exclusion" ->
                new Exclusion(
                        name,
                        required(read, "method"),
                        read.get("elements"),
                        read.get("where"),
                        read.get("deferrability"));
            default -> throw new JsonException(read.at(), "unknown kind of constraint '" + kind + "'");
        };
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <V> V required(ObjectCodec.MemberValues read, String field) {
        Optional<V> value = read.get(field);
        return value.orElseThrow(() -> new JsonException(read.at(), "missing member '" + field + "'"));
    }

    private static <C extends Constraint, V> Function<Constraint, Optional<V>> of(Class<C> kind, Function<C, V> get) {
        return constraint ->
                kind.isInstance(constraint) ? Optional.of(get.apply(kind.cast(constraint))) : Optional.empty();
    }

    private static List<String> columns(Constraint constraint) {
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public List<String> primaryKey(PrimaryKey key) {
                return key.columns();
            }

            @Override
            public List<String> unique(Unique unique) {
                return unique.columns();
            }

            @Override
            public List<String> check(Check check) {
                return List.of();
            }

            @Override
            public List<String> foreignKey(ForeignKey key) {
                return key.columns();
            }

            @Override
            public List<String> exclusion(Exclusion exclusion) {
                return List.of();
            }
        });
    }

    private static Deferrability deferrability(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.deferrability();
        }
        if (constraint instanceof Exclusion exclusion) {
            return exclusion.deferrability();
        }
        return constraint instanceof Unique unique ? unique.deferrability() : Deferrability.NOT_DEFERRABLE;
    }
}
