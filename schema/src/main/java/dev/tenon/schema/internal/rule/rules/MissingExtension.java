package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Optional;
import java.util.function.Consumer;

/** A type, operator class or access method of an extension needs the extension. */
final class MissingExtension implements SchemaRule {

    @Override
    public String code() {
        return "TN210";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                ColumnType type = column.type() instanceof ColumnType.Array array ? array.element() : column.type();
                if (type instanceof ColumnType.UserDefined named
                        && schema.enumType(named.name()).isEmpty()) {
                    Optional<String> extension =
                            ExtensionObjects.ofType(named.name().name());
                    ObjectPath path = ObjectPath.column(table.name(), column.name());
                    check(schema, extension, new ExtensionUse(path, "type", named.name()), findings);
                }
            }
            IndexLike.of(table).forEach(index -> check(schema, index, findings));
        }
    }

    private void check(Schema schema, IndexLike index, Consumer<Finding> findings) {
        ObjectPath path = index.at();
        for (IndexKey key : index.keys()) {
            key.operatorClass()
                    .ifPresent(name -> check(
                            schema,
                            ExtensionObjects.ofOperatorClass(name.name()),
                            new ExtensionUse(path, "opclass", name),
                            findings));
        }
        if (index.keys().stream().allMatch(key -> key.operatorClass().isEmpty())) {
            AccessMethods.named(index.method())
                    .extension()
                    .filter(extension ->
                            KeyedLookup.find(schema.extensions(), extension).isEmpty())
                    .ifPresent(extension -> missing(extension, path, "method", index.method(), findings));
        }
    }

    /** A type or operator class that an object needs. */
    private record ExtensionUse(ObjectPath at, String attribute, QualifiedName name) {}

    private void check(Schema schema, Optional<String> extension, ExtensionUse need, Consumer<Finding> findings) {
        if (extension.isEmpty()) {
            return;
        }
        Optional<Extension> known = KeyedLookup.find(schema.extensions(), extension.get());
        if (known.isEmpty()) {
            missing(extension.get(), need.at(), need.attribute(), need.name().name(), findings);
        } else if (!known.get().schema().equals(need.name().schema())) {
            findings.accept(Finding.error(
                    code(),
                    need.at(),
                    need.attribute(),
                    need.at() + " needs " + need.name().display() + ", but extension " + extension.get()
                            + " is in schema " + known.get().schema(),
                    "omit the schema, or use the schema of the extension"));
        }
    }

    private void missing(String extension, ObjectPath path, String attribute, String name, Consumer<Finding> findings) {
        findings.accept(Finding.error(
                code(),
                path,
                attribute,
                path + " needs " + name + " of extension " + extension + ", which is not declared",
                "add it to @Schema(extensions = \"" + extension + "\") on package-info"));
    }
}
