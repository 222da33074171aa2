package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.NUMBERS;
import static dev.tenon.schema.change.Plans.PLAN;
import static dev.tenon.schema.change.Plans.STATUS;
import static dev.tenon.schema.change.Plans.expression;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.schema;
import static dev.tenon.schema.change.Plans.status;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.SqlObject;
import java.util.List;
import java.util.Optional;

/** Changes to objects that do not belong to a table. */
final class SchemaCases {

    private SchemaCases() {}

    static List<ChangeCase> all() {
        Schema base = schema(plan());
        Schema archived =
                base.withNamespaces(List.of(new Namespace("archive", List.of()), new Namespace("public", List.of())));
        Schema extended = base.withExtensions(List.of(new Extension("hstore", "public")));
        Schema moved = archived.withExtensions(List.of(new Extension("hstore", "archive")));
        Schema level = enums(base, status("draft", "active"), level(Optional.empty()));
        Sequence numbers = Sequence.of(NUMBERS);
        Sequence tens = numbers.withOptions(
                new SequenceOptions(Optional.empty(), 10, Optional.empty(), Optional.empty(), 1, false));
        Schema doubling = base.withObjects(List.of(doubled(2)));
        return List.of(
                ChangeCase.of("role-create", base.withRoles(List.of()), base),
                ChangeCase.of("schema-create", base, archived),
                ChangeCase.of("schema-drop", archived, base),
                ChangeCase.of("extension-create", base, extended),
                ChangeCase.of("extension-drop", extended, base),
                ChangeCase.of("extension-move", archived.withExtensions(extended.extensions()), moved),
                ChangeCase.of("enum-create", base, level),
                ChangeCase.of("enum-drop", level, base),
                ChangeCase.of("enum-rename", base, renamedEnum())
                        .renamed(ObjectPath.enumType(QualifiedName.parse("state")), "plan_status"),
                ChangeCase.of("enum-add-label", base, enums(base, status("draft", "ready", "active", "done"))),
                ChangeCase.of("enum-rename-label", base, enums(base, status("draft", "open")))
                        .renamed(ObjectPath.label(STATUS, "open"), "active"),
                ChangeCase.of("enum-rebuild", base, enums(base, status("draft"))),
                ChangeCase.of("enum-rebuild-order", base, enums(base, status("active", "draft"))),
                ChangeCase.of(
                                "enum-rebuild-instead",
                                base,
                                enums(
                                        schema(Plans.swap(plan().column("status")
                                                .orElseThrow()
                                                .withDefault(expression("'active'")))),
                                        status("active")))
                        .renamed(ObjectPath.label(STATUS, "active"), "draft"),
                ChangeCase.of(
                        "enum-comment", level, enums(base, status("draft", "active"), level(Optional.of("how hard")))),
                ChangeCase.of("sequence-create", base.withSequences(List.of()), base),
                ChangeCase.of("sequence-drop", base, base.withSequences(List.of())),
                ChangeCase.of("sequence-alter", base, base.withSequences(List.of(tens))),
                ChangeCase.of(
                        "sequence-owner",
                        base,
                        base.withSequences(List.of(numbers.withOwner(Optional.of(new Sequence.Owner(PLAN, "id")))))),
                ChangeCase.of("sequence-comment", base, base.withSequences(List.of(commented(numbers)))),
                ChangeCase.of("object-create", base, doubling),
                ChangeCase.of("object-drop", doubling, base),
                ChangeCase.of("object-replace", doubling, base.withObjects(List.of(doubled(3)))));
    }

    private static Schema enums(Schema schema, EnumType... enums) {
        return schema.withEnums(List.of(enums));
    }

    private static EnumType level(Optional<String> comment) {
        return new EnumType(QualifiedName.parse("level"), List.of("easy", "hard"), comment);
    }

    private static Schema renamedEnum() {
        QualifiedName state = QualifiedName.parse("state");
        return enums(
                schema(Plans.swap(
                        plan().column("status").orElseThrow().withType(new ColumnType.UserDefined(state, List.of())))),
                new EnumType(state, List.of("draft", "active"), Optional.empty()));
    }

    private static Sequence commented(Sequence sequence) {
        return new Sequence(
                sequence.name(),
                sequence.type(),
                sequence.options(),
                sequence.owner(),
                sequence.grants(),
                Optional.of("of plans"));
    }

    private static SqlObject doubled(int times) {
        return new SqlObject(
                QualifiedName.parse("public.times"),
                "CREATE FUNCTION public.times(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT " + times
                        + " * n'",
                "DROP FUNCTION public.times(integer)",
                true,
                List.of(),
                Optional.empty());
    }
}
