package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A query with a GROUP BY, at any depth of another one, as far as its text shows: the columns that it groups by, and
 * those that it reads for each group, neither in an aggregate nor as part of an expression that it groups by.
 *
 * @param relations the relations of its FROM clause by the names that it gives them; without WITH queries
 * @param grouped the columns in its GROUP BY
 * @param read the columns that must be the same in all rows of a group
 */
public record GroupedQuery(Map<String, QualifiedName> relations, Set<Operand> grouped, Set<Operand> read) {

    /** The name of an operand that stands for all columns. */
    private static final String ALL = "*";

    /**
     * A name that may be a column.
     *
     * @param qualifier the name before the dot
     * @param name the name after it, or {@code *}
     */
    public record Operand(Optional<String> qualifier, String name) {

        private boolean mayBelongTo(String relation) {
            return qualifier.filter(each -> !each.equals(relation)).isEmpty();
        }
    }

    public GroupedQuery {
        relations = Map.copyOf(relations);
        grouped = Set.copyOf(grouped);
        read = Set.copyOf(read);
    }

    /** The queries with a GROUP BY in a query or statement; none if it cannot be read. */
    public static List<GroupedQuery> in(String sql, Predicate<String> aggregates) {
        return new GroupedQueryParser(SqlTokens.meaningful(sql), aggregates).queries();
    }

    /** Whether it groups by the column of one of its relations. */
    public boolean groupsBy(String relation, String column) {
        return grouped.stream()
                .anyMatch(each -> each.mayBelongTo(relation) && each.name().equals(column));
    }

    /** The columns of one of its relations that it reads for each group, but does not group by. */
    public Set<String> ungrouped(String relation, Set<String> columns) {
        Set<String> found = new TreeSet<>();
        for (Operand operand : read) {
            boolean row = operand.qualifier().isEmpty()
                    && operand.name().equals(relation)
                    && !columns.contains(operand.name());
            if (row || (operand.mayBelongTo(relation) && operand.name().equals(ALL))) {
                found.addAll(columns);
            } else if (operand.mayBelongTo(relation) && columns.contains(operand.name())) {
                found.add(operand.name());
            }
        }
        found.removeIf(column -> groupsBy(relation, column));
        return found;
    }
}
