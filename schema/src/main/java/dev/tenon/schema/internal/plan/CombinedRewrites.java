package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.StepGrouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites each table once: types, new generated and identity columns, and LOGGED or UNLOGGED change in one statement,
 * at the place of the first or of the last of them. The simulation decides where that is possible.
 */
final class CombinedRewrites {

    private final PlanContext context;

    private CombinedRewrites(PlanContext context) {
        this.context = context;
    }

    /** The statements in their order, with the rewrites of each table combined. */
    static List<PlannedStatements> of(List<PlannedStatements> ordered, PlanContext context) {
        return new CombinedRewrites(context).combined(ordered);
    }

    private List<PlannedStatements> combined(List<PlannedStatements> ordered) {
        Map<QualifiedName, List<Statement>> tables = new TreeMap<>();
        for (PlannedStatements fragment : ordered) {
            for (Statement statement : fragment.statements()) {
                if (statement.cost() == StatementCost.REWRITE && isCombinable(statement)) {
                    tables.computeIfAbsent(table(statement), any -> new ArrayList<>())
                            .add(statement);
                }
            }
        }
        List<Rewrite> rewrites = new ArrayList<>();
        tables.forEach((table, own) -> {
            if (own.size() > 1) {
                rewrites.add(Rewrite.of(table, own));
            }
        });
        List<PlannedStatements> all = ordered;
        for (Rewrite each : rewrites) {
            all = candidate(all, each, false);
        }
        return rewrites.isEmpty() || isPossible(all) ? all : oneByOne(ordered, rewrites);
    }

    private List<PlannedStatements> oneByOne(List<PlannedStatements> ordered, List<Rewrite> rewrites) {
        List<PlannedStatements> current = ordered;
        for (Rewrite each : rewrites) {
            List<PlannedStatements> sofar = current;
            current = Stream.of(false, true)
                    .map(last -> candidate(sofar, each, last))
                    .filter(this::isPossible)
                    .findFirst()
                    .orElse(sofar);
        }
        return current;
    }

    private boolean isPossible(List<PlannedStatements> plan) {
        return PlanSimulator.problems(StepGrouping.group(plan), context).isEmpty();
    }

    /**
     * The combined rewrite of a table.
     *
     * @param host the statement that it takes the place of
     * @param others the other statements, which it contains
     * @param all the combined statement
     */
    private record Rewrite(Statement host, List<Statement> others, Statement all) {

        static Rewrite of(QualifiedName table, List<Statement> rewrites) {
            // The statement about types has others around it, which belong into its transaction.
            Statement host = rewrites.stream()
                    .filter(each -> each.change() instanceof ColumnChange.SetType)
                    .findFirst()
                    .orElse(rewrites.get(0));
            List<Statement> others =
                    rewrites.stream().filter(each -> !each.equals(host)).toList();
            List<Ddl> parts = Stream.concat(Stream.of(host), others.stream())
                    .map(Statement::ddl)
                    .toList();
            return new Rewrite(
                    host,
                    others,
                    new Statement(
                            ColumnDdl.together(table, parts), host.change(), host.mode(), host.locks(), host.cost()));
        }
    }

    /** The plan with the combined statement in place of the host, there or where the last of the others is. */
    private static List<PlannedStatements> candidate(List<PlannedStatements> ordered, Rewrite rewrite, boolean last) {
        List<PlannedStatements> plan = new ArrayList<>();
        @Nullable PlannedStatements moved = null;
        int end = 0;
        for (PlannedStatements fragment : ordered) {
            List<Statement> left = new ArrayList<>(fragment.statements());
            if (left.removeAll(rewrite.others())) {
                end = plan.size();
            }
            left.replaceAll(each -> each.equals(rewrite.host()) ? rewrite.all() : each);
            PlannedStatements kept = new PlannedStatements(fragment.phase(), left, fragment.alone());
            if (last && left.contains(rewrite.all())) {
                moved = kept;
            } else if (!left.isEmpty()) {
                plan.add(kept);
            }
        }
        if (moved != null) {
            plan.add(end, moved);
        }
        return plan;
    }

    /** A logged table must not reference an unlogged one, which the simulation does not know. */
    private boolean isCombinable(Statement statement) {
        return statement.sql().startsWith("ALTER TABLE ")
                && !(statement.change() instanceof TableChange.SetLogged set
                        && (refers(context.before(), set.table()) || refers(context.after(), set.table())));
    }

    private static boolean refers(Schema schema, QualifiedName table) {
        return schema.tables().stream()
                .anyMatch(each -> each.foreignKeys().stream()
                        .anyMatch(
                                key -> each.name().equals(table) || key.target().equals(table)));
    }

    private static QualifiedName table(Statement statement) {
        return statement.locks().get(0).table();
    }
}
