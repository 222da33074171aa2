package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.sql.parse.ColumnComparison;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SessionValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognizes conditions that compare the tenant column with the session's tenant, also through a small SQL function. */
public final class TenantConditions {

    static final String EVERYONE = "public";

    private final Map<QualifiedName, String> functions = new HashMap<>();

    /** Knows the functions among the objects. */
    public TenantConditions(List<SqlObject> objects) {
        for (SqlObject object : objects) {
            CreateStatement.of(object.create())
                    .filter(CreateStatement::routine)
                    .ifPresent(statement -> functions.put(statement.name(), object.create()));
        }
    }

    /** What each condition of the policy compares the column with; empty if one of them is anything else. */
    public Optional<SessionValue> comparedWith(Policy policy, String column) {
        List<Optional<ColumnComparison>> conditions = Stream.of(policy.using(), policy.check())
                .flatMap(Optional::stream)
                .map(ColumnComparison::of)
                .toList();
        List<SessionValue> values = conditions.stream()
                .flatMap(Optional::stream)
                .filter(comparison -> comparison.column().equals(column))
                .map(comparison -> resolve(comparison.value()))
                .distinct()
                .toList();
        return conditions.stream().allMatch(Optional::isPresent) && values.size() == 1
                ? Optional.of(values.get(0))
                : Optional.empty();
    }

    /** The value that a function returns instead of a call of it, if its statement shows that. */
    private SessionValue resolve(SessionValue value) {
        if (!(value instanceof SessionValue.Call call)) {
            return value;
        }
        SessionValue returned = functions.entrySet().stream()
                .filter(each -> call.function()
                                .equals(each.getKey().schema() + "."
                                        + each.getKey().name())
                        || call.function().equals(each.getKey().name()))
                .map(each -> SessionValue.returnedBy(each.getValue()))
                .findFirst()
                .orElse(call);
        return returned instanceof SessionValue.Setting ? returned : call;
    }

    /** Whether a default is the session's tenant. */
    boolean readsTenant(ColumnDefault value, String setting) {
        return value instanceof ColumnDefault.Expression expression
                && resolve(SessionValue.of(expression.sql())).equals(new SessionValue.Setting(setting));
    }

    /**
     * Whether a policy of a table of tenants says for all roles that it applies to what the derived policies say, so
     * that it has no effect beside them.
     */
    public boolean repeats(Policy policy, Table table, Tenancy tenancy) {
        String column = table.tenantScope().tenantColumn().orElseThrow();
        boolean onlyApplication =
                table.grants().stream().allMatch(grant -> grant.grantee().equals(tenancy.role()));
        boolean applies = policy.roles().equals(List.of(tenancy.role()))
                || (policy.roles().equals(List.of(EVERYONE)) && onlyApplication);
        return applies
                && comparedWith(policy, column)
                        .filter(new SessionValue.Setting(tenancy.setting())::equals)
                        .isPresent();
    }
}
