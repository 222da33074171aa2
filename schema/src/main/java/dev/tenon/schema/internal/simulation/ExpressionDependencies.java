package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.parse.SequenceReferences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what SQL expressions may depend on, by the names in them. The lexer does not resolve names, so there may be
 * more dependencies than the server records: any name that a column of the table has counts as that column.
 */
final class ExpressionDependencies {

    /** Tables often have the same policies and defaults. The text of the last ones is not read again. */
    private static final Map<String, Names> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Names> eldest) {
            return size() > 2_000;
        }
    });

    private ExpressionDependencies() {}

    /**
     * The names in an expression.
     *
     * @param words the names without their qualifiers that may be columns
     * @param relations the names at positions of relations
     * @param routines the names at positions of functions
     * @param types the names at positions of types
     * @param sequences the sequences that it takes values from
     * @param groups whether a query in it has a GROUP BY
     * @param conflictsByName whether an ON CONFLICT in it names a constraint
     */
    private record Names(
            Set<String> words,
            Set<QualifiedName> relations,
            Set<QualifiedName> routines,
            Set<QualifiedName> types,
            List<QualifiedName> sequences,
            boolean groups,
            boolean conflictsByName) {

        static Names in(String sql) {
            ReferencedNames found = ReferencedNames.in(sql);
            return new Names(
                    found.operands(),
                    found.relations(),
                    found.functions(),
                    found.types(),
                    SequenceReferences.sequences(sql),
                    found.groups(),
                    found.conflictsByName());
        }
    }

    /**
     * The dependencies of an expression.
     *
     * @param table the table whose columns it may read
     * @param sql the expression
     * @param onColumns the type of the dependencies on these columns
     */
    static List<Dependency> of(QualifiedName table, String sql, DependencyType onColumns) {
        Names names = KNOWN.computeIfAbsent(sql, Names::in);
        List<Dependency> found = new ArrayList<>();
        // In a subquery, the name may be that of a column of another relation.
        boolean own = names.relations.stream().allMatch(table::equals);
        names.words.forEach(word -> {
            CatalogName column = CatalogName.column(table, word);
            found.add(own ? Dependency.expected(column, onColumns) : Dependency.possible(column, onColumns));
        });
        common(names, Optional.of(table), found);
        return found;
    }

    /** The dependencies of SQL that reads no row of its own, such as a query. */
    static List<Dependency> of(String sql) {
        List<Dependency> found = new ArrayList<>();
        common(KNOWN.computeIfAbsent(sql, Names::in), Optional.empty(), found);
        return found;
    }

    /** The dependencies of a query. Its names are those of columns if it reads one relation. */
    static List<Dependency> ofQuery(String sql) {
        Names names = KNOWN.computeIfAbsent(sql, Names::in);
        List<Dependency> found = new ArrayList<>(of(sql));
        if (names.relations.size() == 1) {
            QualifiedName relation = names.relations.iterator().next();
            names.words.forEach(word -> found.add(expected(CatalogName.column(relation, word))));
        }
        return found;
    }

    private static void common(Names names, Optional<QualifiedName> own, List<Dependency> found) {
        for (QualifiedName relation : names.relations) {
            if (own.filter(relation::equals).isEmpty()) {
                found.add(expected(CatalogName.relation(relation)));
                names.words.forEach(word -> found.add(reference(CatalogName.column(relation, word))));
                if (names.groups) {
                    found.add(reference(new DependencyTarget.PrimaryKey(relation, names.words)));
                }
                if (names.conflictsByName) {
                    names.words.forEach(word -> found.add(reference(CatalogName.constraint(relation, word))));
                }
            }
        }
        names.routines.forEach(name -> found.add(expected(new DependencyTarget.Overloads(name))));
        names.types.forEach(name -> found.add(expected(CatalogName.type(name))));
        names.sequences.forEach(name -> found.add(expected(CatalogName.relation(name))));
    }

    private static Dependency expected(DependencyTarget target) {
        return Dependency.expected(target, DependencyType.REFERENCE);
    }

    private static Dependency reference(DependencyTarget target) {
        return Dependency.possible(target, DependencyType.REFERENCE);
    }
}
