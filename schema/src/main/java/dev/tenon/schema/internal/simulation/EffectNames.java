package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.expression.TableExpressions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names in the effects of a migration, and which unchanged objects they concern. Names in SQL are compared by their
 * words, so that too much may count as concerned, but never too little.
 */
final class EffectNames {

    /** What the effects create, change, or depend on. */
    private final Set<QualifiedName> used = new HashSet<>();

    /** What they drop, rename or give another type, so that its dependents count. */
    private final Set<QualifiedName> disturbed = new HashSet<>();

    private final Set<String> disturbedWords = new HashSet<>();
    private final Set<String> usedWords = new HashSet<>();

    /** Whether they disturb a schema or an extension, whose objects are not known by name. */
    private boolean everything;

    private EffectNames() {}

    static EffectNames in(Collection<CatalogEffect> effects) {
        EffectNames names = new EffectNames();
        Collector collector = names.new Collector();
        for (CatalogEffect effect : effects) {
            try {
                effect.match(collector);
            } catch (RefusedEffectException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return names;
    }

    /** Adds the names of each kind of effect. */
    private final class Collector implements CatalogEffect.Cases {

        @Override
        public void create(CatalogEffect.Create effect) {
            EffectNames.this.use(effect.object());
        }

        @Override
        public void ensure(CatalogEffect.Ensure effect) {
            EffectNames.this.use(effect.object());
        }

        @Override
        public void drop(CatalogEffect.Drop effect) {
            disturb(effect.name());
        }

        @Override
        public void rename(CatalogEffect.Rename effect) {
            disturb(effect.name());
            disturb(effect.after());
        }

        @Override
        public void alter(CatalogEffect.Alter effect) {
            used.add(effect.name().owner());
            effect.dependencies().forEach(EffectNames.this::use);
        }

        @Override
        public void alterPart(CatalogEffect.AlterPart effect) {
            alter(effect.alteration());
        }

        @Override
        public void requireSource(CatalogEffect.RequireSource effect) {
            used.add(effect.column().owner());
        }

        @Override
        public void changeType(CatalogEffect.ChangeType effect) {
            disturb(effect.column());
            effect.dependencies().forEach(EffectNames.this::use);
        }

        @Override
        public void adopt(CatalogEffect.Adopt effect) {
            disturb(effect.index());
            EffectNames.this.use(effect.constraint());
        }

        @Override
        public void attach(CatalogEffect.Attach effect) {
            disturb(effect.part());
            disturb(effect.whole());
        }

        @Override
        public void detach(CatalogEffect.Detach effect) {
            disturb(effect.partition());
        }

        @Override
        public void moveRows(CatalogEffect.MoveRows effect) {
            used.add(effect.table());
            used.add(effect.from().owner());
            used.add(effect.to().owner());
        }

        @Override
        public void use(CatalogEffect.Use effect) {
            EffectNames.this.use(Dependency.required(effect.target(), DependencyType.REFERENCE));
        }

        @Override
        public void evaluate(CatalogEffect.Evaluate effect) {
            used.add(effect.table());
            ExpressionDependencies.of(effect.table(), effect.expression(), DependencyType.REFERENCE)
                    .forEach(EffectNames.this::use);
        }
    }

    private void use(ObjectDefinition object) {
        used.add(object.name().owner());
        object.otherNames().forEach(name -> used.add(name.owner()));
        object.dependencies().values().stream().flatMap(List::stream).forEach(this::use);
    }

    private void use(Dependency dependency) {
        if (dependency.on() instanceof CatalogName name) {
            used.add(name.owner());
        } else if (dependency.on() instanceof DependencyTarget.Overloads overloads) {
            used.add(overloads.name());
        } else if (dependency.on() instanceof DependencyTarget.UniqueKey key) {
            used.add(key.table());
        } else if (dependency.on() instanceof DependencyTarget.PrimaryKey key) {
            used.add(key.table());
        }
    }

    private void disturb(CatalogName name) {
        everything |= name.namespace() == CatalogNamespace.EXTENSION || name.namespace() == CatalogNamespace.SCHEMA;
        disturb(name.owner());
    }

    private void disturb(QualifiedName name) {
        used.add(name);
        disturbed.add(name);
        Set<String> words = words(name.name());
        // A name without words cannot be found in SQL by them.
        everything |= words.isEmpty();
        disturbedWords.addAll(words);
    }

    /** Counts the table as disturbed if one of its indexes is, on which foreign keys may be based. */
    void disturbIndexes(Table table) {
        if (indexNames(table).anyMatch(disturbed::contains)) {
            disturb(table.name());
        }
    }

    /** Whether the effects create or change an object of the name, or depend on it. */
    boolean use(QualifiedName name) {
        return used.contains(name);
    }

    /** Whether the effects concern a table that does not differ. */
    boolean concern(Table table) {
        return everything
                || used.contains(table.name())
                || indexNames(table).anyMatch(used::contains)
                || table.partitions().stream()
                        .anyMatch(partition -> used.contains(table.name().withName(partition.name())))
                || dependsOnDisturbed(table);
    }

    private boolean dependsOnDisturbed(Table table) {
        if (disturbed.isEmpty()) {
            return false;
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key && disturbed.contains(key.target())) {
                return true;
            }
        }
        for (Column column : table.columns()) {
            if (isDisturbed(column.type())
                    || column.collation().filter(disturbed::contains).isPresent()) {
                return true;
            }
        }
        for (Index index : table.indexes()) {
            for (IndexKey key : index.keys()) {
                if (key.operatorClass().filter(disturbed::contains).isPresent()
                        || key.collation().filter(disturbed::contains).isPresent()) {
                    return true;
                }
            }
        }
        boolean[] found = new boolean[1];
        TableExpressions.forEach(table, (at, kind, sql) -> found[0] |= isDisturbed(sql));
        return found[0];
    }

    private boolean isDisturbed(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return isDisturbed(array.element());
        }
        return type instanceof ColumnType.UserDefined own && disturbed.contains(own.name());
    }

    private boolean isDisturbed(String sql) {
        return words(sql).stream().anyMatch(disturbedWords::contains);
    }

    /** Whether the effects concern a view that does not differ. */
    boolean concern(View view) {
        return everything
                || used.contains(view.name())
                || view.indexes().stream()
                        .anyMatch(index -> used.contains(view.name().withName(index.name())))
                || view.dependsOn().stream().anyMatch(disturbed::contains)
                || isDisturbed(view.sql());
    }

    /** Whether the effects concern a SQL-defined object that does not differ. */
    boolean concern(SqlObject object) {
        return everything
                || used.contains(object.name())
                || object.dependsOn().stream().anyMatch(used::contains)
                || words(object.create()).stream().anyMatch(usedWords()::contains);
    }

    /** The words of the names that the effects use; a SQL-defined object has names that only its statement tells. */
    private Set<String> usedWords() {
        if (usedWords.isEmpty()) {
            used.forEach(name -> usedWords.addAll(words(name.name())));
        }
        return usedWords;
    }

    private static Stream<QualifiedName> indexNames(Table table) {
        return Stream.concat(
                table.indexes().stream().map(index -> table.name().withName(index.name())),
                table.constraints().stream().map(constraint -> table.name().withName(constraint.name())));
    }

    /** The words of a name or of SQL: letters, digits and underscores, whether quoted or not. */
    private static Set<String> words(String sql) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int at = 0; at <= sql.length(); at++) {
            if (at == sql.length() || !(Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
                if (at > start) {
                    words.add(sql.substring(start, at).toLowerCase(Locale.ROOT));
                }
                start = at + 1;
            }
        }
        return words;
    }
}
