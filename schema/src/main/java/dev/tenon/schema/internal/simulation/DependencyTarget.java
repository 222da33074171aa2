package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.Set;
import java.util.TreeSet;

/** What an object depends on. */
public sealed interface DependencyTarget
        permits CatalogName, DependencyTarget.Overloads, DependencyTarget.UniqueKey, DependencyTarget.PrimaryKey {

    /**
     * All routines of a name; the SQL that calls one does not tell which.
     *
     * @param name the name
     */
    record Overloads(QualifiedName name) implements DependencyTarget {
        @Override
        public String toString() {
            return "routine " + name.display();
        }
    }

    /**
     * The oldest unique index over exactly these columns, on which PostgreSQL bases a foreign key.
     *
     * @param table the table
     * @param columns the columns
     */
    record UniqueKey(QualifiedName table, Set<String> columns) implements DependencyTarget {
        public UniqueKey {
            columns = Set.copyOf(columns);
        }

        @Override
        public String toString() {
            return "unique index over (" + String.join(", ", new TreeSet<>(columns)) + ") of " + table.display();
        }
    }

    /**
     * The primary key of a table, on which a query rests that selects other columns than it groups by.
     *
     * @param table the table
     * @param words the names in the query; it rests on no key with other columns
     */
    record PrimaryKey(QualifiedName table, Set<String> words) implements DependencyTarget {
        public PrimaryKey {
            words = Set.copyOf(words);
        }

        @Override
        public String toString() {
            return "primary key of " + table.display();
        }
    }
}
