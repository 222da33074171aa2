package dev.tenon.schema.internal.json;

import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.ViewKind.CheckOption;
import java.util.List;

/** The JSON of views and SQL-defined objects. */
final class ViewCodecs {

    private static final ObjectCodec<ViewColumn> COLUMN = ObjectCodec.<ViewColumn>building(
                    read -> new ViewColumn(read.key(), read.get("comment")))
            .optional("comment", Codec.TEXT, ViewColumn::comment);

    private static final Codec<List<QualifiedName>> NAMES = Codec.list(SharedCodecs.NAME);

    static final ObjectCodec<View> VIEW = ObjectCodec.<View>building(read -> new View(
                    QualifiedName.parse(read.key()),
                    read.get("columns"),
                    read.get("sql"),
                    form(read),
                    read.get("dependsOn"),
                    read.get("grants"),
                    read.get("shared"),
                    read.get("comment")))
            .optional("comment", Codec.TEXT, View::comment)
            .field("columns", COLUMN.keyed(ViewColumn::name), View::columns)
            .field("sql", Codec.TEXT, View::sql)
            .field("materialized", Codec.FLAG, View::materialized, false)
            .field("indexes", TableCodecs.INDEX.keyed(Index::name), View::indexes, List.of())
            .field("securityInvoker", Codec.FLAG, view -> computed(view).securityInvoker(), true)
            .field("securityBarrier", Codec.FLAG, view -> computed(view).securityBarrier(), false)
            .field(
                    "checkOption",
                    Codec.constant(CheckOption.class),
                    view -> computed(view).checkOption(),
                    CheckOption.NONE)
            .field("dependsOn", NAMES, View::dependsOn, List.of())
            .field("grants", SharedCodecs.GRANTS, View::grants, List.of())
            .optional("shared", Codec.TEXT, View::shared);

    static final ObjectCodec<SqlObject> OBJECT = ObjectCodec.<SqlObject>building(read -> new SqlObject(
                    QualifiedName.parse(read.key()),
                    read.get("create"),
                    read.get("drop"),
                    read.get("beforeTables"),
                    read.get("dependsOn"),
                    read.get("shared")))
            .field("create", Codec.TEXT, SqlObject::create)
            .field("drop", Codec.TEXT, SqlObject::drop)
            .field("beforeTables", Codec.FLAG, SqlObject::beforeTables, false)
            .field("dependsOn", NAMES, SqlObject::dependsOn, List.of())
            .optional("shared", Codec.TEXT, SqlObject::shared);

    private ViewCodecs() {}

    private static ViewKind form(ObjectCodec.MemberValues read) {
        return read.<Boolean>get("materialized")
                ? new ViewKind.Materialized(read.get("indexes"))
                : new ViewKind.Regular(
                        read.get("securityInvoker"), read.get("securityBarrier"), read.get("checkOption"));
    }

    /** The options of a regular view; the defaults for a materialized view, which has no options. */
    private static ViewKind.Regular computed(View view) {
        return view.form().match(new ViewKind.Cases<>() {
            @Override
            public ViewKind.Regular regular(ViewKind.Regular computed) {
                return computed;
            }

            @Override
            public ViewKind.Regular materialized(ViewKind.Materialized materialized) {
                return new ViewKind.Regular(true, false, CheckOption.NONE);
            }
        });
    }
}
