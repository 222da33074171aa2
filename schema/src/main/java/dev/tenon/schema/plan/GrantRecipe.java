package dev.tenon.schema.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.diff.GrantChange;
import dev.tenon.schema.sql.GrantSql;
import java.util.List;

/** Plans changes of privileges. GRANT and REVOKE lock no table. */
final class GrantRecipe implements GrantChange.Cases<List<Fragment>> {

    @Override
    public List<Fragment> give(GrantChange.Give change) {
        return new Fragments(change)
                .free(phase(change.on()), GrantSql.grant(change.on(), change.grant()))
                .list();
    }

    @Override
    public List<Fragment> take(GrantChange.Take change) {
        return new Fragments(change)
                .free(phase(change.on()), GrantSql.revoke(change.on(), change.grant()))
                .list();
    }

    private static Phase phase(ObjectPath on) {
        return on.kind() == ObjectPath.Kind.SCHEMA ? Phase.SERVER : Phase.SECURITY;
    }
}
