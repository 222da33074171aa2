package dev.tenon.schema.internal.json;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenancyStage;
import dev.tenon.schema.View;
import java.util.List;

/** The JSON of a whole schema. */
final class SchemaCodec {

    private static final ObjectCodec<Namespace> NAMESPACE = ObjectCodec.<Namespace>building(
                    read -> new Namespace(read.key(), read.get("grants")))
            .field("grants", SharedCodecs.GRANTS, Namespace::grants, List.of());

    private static final ObjectCodec<Extension> EXTENSION = ObjectCodec.<Extension>building(
                    read -> new Extension(read.key(), read.get("schema")))
            .field("schema", Codec.TEXT, Extension::schema);

    private static final ObjectCodec<EnumType> ENUM = ObjectCodec.<EnumType>building(
                    read -> new EnumType(QualifiedName.parse(read.key()), read.get("labels"), read.get("comment")))
            .field("labels", SharedCodecs.NAMES, EnumType::labels)
            .optional("comment", Codec.TEXT, EnumType::comment);

    private static final ObjectCodec<Tenancy> TENANCY = ObjectCodec.<Tenancy>building(read -> new Tenancy(
                    read.get("root"),
                    read.get("rootKey"),
                    read.get("column"),
                    read.get("type"),
                    read.get("setting"),
                    read.get("role"),
                    read.get("stage"),
                    read.get("admitted"),
                    read.get("observed")))
            .field("root", SharedCodecs.NAME, Tenancy::root)
            .field("rootKey", Codec.TEXT, Tenancy::rootKey)
            .field("column", Codec.TEXT, Tenancy::column)
            .field("type", SharedCodecs.TYPE, Tenancy::type)
            .field("setting", Codec.TEXT, Tenancy::setting)
            .field("role", Codec.TEXT, Tenancy::role)
            .field("stage", Codec.constant(TenancyStage.class), Tenancy::stage, TenancyStage.FORCED)
            .field("admitted", SharedCodecs.NAMES, Tenancy::admitted, List.of())
            .field("observed", Codec.FLAG, Tenancy::observed, false);

    static final ObjectCodec<Schema> CODEC = ObjectCodec.<Schema>building(read -> new Schema(
                    read.<List<String>>get("roles").stream().map(Role::new).toList(),
                    read.get("schemas"),
                    read.get("extensions"),
                    read.get("enums"),
                    read.get("sequences"),
                    read.get("tables"),
                    read.get("views"),
                    read.get("objects"),
                    read.get("tenancy")))
            .field("format", SnapshotFormat.CODEC, schema -> SnapshotFormat.CURRENT)
            .field(
                    "roles",
                    SharedCodecs.NAMES,
                    schema -> schema.roles().stream().map(Role::name).toList(),
                    List.of())
            .field("schemas", NAMESPACE.keyed(Namespace::name), Schema::namespaces, List.of())
            .field("extensions", EXTENSION.keyed(Extension::name), Schema::extensions, List.of())
            .optional("tenancy", TENANCY, Schema::tenancy)
            .field("enums", ENUM.keyed(EnumType::name), Schema::enums, List.of())
            .field("sequences", SequenceCodecs.SEQUENCE.keyed(Sequence::name), Schema::sequences, List.of())
            .field("tables", TableCodecs.TABLE.keyed(Table::name), Schema::tables, List.of())
            .field("views", ViewCodecs.VIEW.keyed(View::name), Schema::views, List.of())
            .field("objects", ViewCodecs.OBJECT.keyed(SqlObject::name), Schema::objects, List.of());

    private SchemaCodec() {}
}
