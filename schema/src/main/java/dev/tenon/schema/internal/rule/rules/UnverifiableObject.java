package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.function.Consumer;

/** {@code verify} does not notice when an object of an unsupported kind is missing. */
final class UnverifiableObject implements SchemaRule {

    @Override
    public String code() {
        return "TN225";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (SqlObject object : schema.objects()) {
            CreateStatement.of(object.create())
                    .filter(made -> !made.findable())
                    .ifPresent(made -> findings.accept(Finding.warning(
                            code(),
                            ObjectPath.object(object.name()),
                            "create",
                            "verify cannot check whether the " + made.kind() + " "
                                    + object.name().display() + " exists",
                            "use an annotation for it if there is one, or check it in a test of your own")));
        }
    }
}
