package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.EnumSql;
import dev.tenon.schema.internal.sql.IndexSql;
import dev.tenon.schema.internal.sql.PolicySql;
import dev.tenon.schema.internal.sql.SequenceSql;
import dev.tenon.schema.internal.sql.TableSql;
import dev.tenon.schema.internal.sql.ViewSql;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The whole state of objects of a live database as SQL, to tell whether they have changed. */
final class LiveDefinitions {

    private final Schema live;

    LiveDefinitions(Schema live) {
        this.live = live;
    }

    /** Returns the statement that creates the object; empty for kinds of which the difference shows everything. */
    Optional<String> of(ObjectPath at) {
        return switch (at.kind()) {
            case TABLE -> live.table(at.owner()).map(TableSql::create);
            case VIEW -> live.view(at.owner()).map(ViewSql::create);
            case SEQUENCE -> KeyedLookup.find(live.sequences(), at.owner()).map(SequenceSql::create);
            case ENUM -> KeyedLookup.find(live.enums(), at.owner()).map(EnumSql::create);
            case INDEX -> member(at, Table::indexes, Index::name, IndexSql::create);
            case CONSTRAINT -> member(at, Table::constraints, Constraint::name, ConstraintSql::add);
            case POLICY -> member(at, Table::policies, Policy::name, PolicySql::create);
            default -> Optional.empty();
        };
    }

    private <T> Optional<String> member(
            ObjectPath at,
            Function<Table, List<T>> members,
            Function<T, String> name,
            BiFunction<QualifiedName, T, String> sql) {
        return live.table(at.owner())
                .flatMap(table -> members.apply(table).stream()
                        .filter(each -> name.apply(each).equals(at.member()))
                        .findFirst())
                .map(each -> sql.apply(at.owner(), each));
    }
}
