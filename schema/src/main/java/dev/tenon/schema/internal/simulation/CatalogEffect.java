package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Objects;

/** What a statement does to the catalogs. A statement may have several effects, one after the other. */
public sealed interface CatalogEffect {

    /** One method for each kind of effect; it may refuse the effect. */
    interface Cases {
        void create(Create effect) throws RefusedEffectException;

        void ensure(Ensure effect) throws RefusedEffectException;

        void drop(Drop effect) throws RefusedEffectException;

        void rename(Rename effect) throws RefusedEffectException;

        void alter(Alter effect) throws RefusedEffectException;

        void alterPart(AlterPart effect) throws RefusedEffectException;

        void requireSource(RequireSource effect) throws RefusedEffectException;

        void changeType(ChangeType effect) throws RefusedEffectException;

        void adopt(Adopt effect) throws RefusedEffectException;

        void attach(Attach effect) throws RefusedEffectException;

        void detach(Detach effect) throws RefusedEffectException;

        void use(Use effect) throws RefusedEffectException;

        void moveRows(MoveRows effect) throws RefusedEffectException;

        void evaluate(Evaluate effect) throws RefusedEffectException;
    }

    /** Calls the method for the kind of this effect. */
    void match(Cases cases) throws RefusedEffectException;

    /**
     * Creates an object.
     *
     * @param object the object
     */
    record Create(ObjectDefinition object) implements CatalogEffect {
        public Create {
            Objects.requireNonNull(object, "object");
        }

        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.create(this);
        }
    }

    /**
     * Creates an object unless it exists, as {@code IF NOT EXISTS} and {@code GRANT} do.
     *
     * @param object the object
     */
    record Ensure(ObjectDefinition object) implements CatalogEffect {
        public Ensure {
            Objects.requireNonNull(object, "object");
        }

        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.ensure(this);
        }
    }

    /**
     * Drops an object and its members, as {@code RESTRICT} does.
     *
     * @param type the type that the object must have
     * @param name the object
     */
    record Drop(ObjectType type, CatalogName name) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.drop(this);
        }
    }

    /**
     * Gives an object another name, or moves it to another schema.
     *
     * @param name the object
     * @param after its new name, in the same namespace
     */
    record Rename(CatalogName name, CatalogName after) implements CatalogEffect {

        /** The rename back. */
        public Rename inverse() {
            return new Rename(/* name= */ after, /* after= */ name);
        }

        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.rename(this);
        }
    }

    /**
     * Gives an attribute of an object another value.
     *
     * @param name the object
     * @param attribute the attribute
     * @param value the new value
     * @param dependencies what the new value depends on, in place of what the old one depends on
     */
    record Alter(CatalogName name, ObjectAttribute attribute, Object value, List<Dependency> dependencies)
            implements CatalogEffect {
        public Alter {
            dependencies = List.copyOf(dependencies);
        }

        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.alter(this);
        }
    }

    /**
     * One of several statements that give an attribute another value together.
     *
     * @param alteration what they do together
     * @param part the number of the statement, from 1
     * @param parts the number of statements
     */
    record AlterPart(Alter alteration, int part, int parts) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.alterPart(this);
        }
    }

    /** Where the values of a column come from. */
    enum Source {
        /** Only from statements. */
        NONE,
        /** From statements or a default. */
        PLAIN,
        IDENTITY,
        GENERATED
    }

    /**
     * Requires that the values of a column come from a source.
     *
     * @param column the column
     * @param source the source
     */
    record RequireSource(CatalogName column, Source source) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.requireSource(this);
        }
    }

    /**
     * Changes the type of a column.
     *
     * @param column the column
     * @param value the new type and collation
     * @param converts whether values are converted, so that expressions over the column may have no meaning any more
     * @param dependencies what the new type depends on
     */
    record ChangeType(CatalogName column, Object value, boolean converts, List<Dependency> dependencies)
            implements CatalogEffect {
        public ChangeType {
            dependencies = List.copyOf(dependencies);
        }

        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.changeType(this);
        }
    }

    /**
     * Makes an index the index of a constraint, which gets its dependents.
     *
     * @param index the index
     * @param constraint the constraint
     */
    record Adopt(CatalogName index, ObjectDefinition constraint) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.adopt(this);
        }
    }

    /**
     * Makes an object a part of another one, with which it is dropped, and which the model does not show by itself.
     *
     * @param part the part
     * @param whole the whole
     */
    record Attach(CatalogName part, CatalogName whole) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.attach(this);
        }
    }

    /**
     * Makes a partition a table of its own.
     *
     * @param partition the partition
     */
    record Detach(CatalogName partition) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.detach(this);
        }
    }

    /**
     * Uses objects that must exist.
     *
     * @param target what is used
     */
    record Use(DependencyTarget target) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.use(this);
        }
    }

    /**
     * Moves rows between tables with the columns of a partitioned table. A column that is left out would lose its values.
     *
     * @param table the partitioned table
     * @param from the table of the rows
     * @param to the other table
     * @param columns the columns that are moved
     */
    record MoveRows(QualifiedName table, CatalogName from, CatalogName to, List<String> columns)
            implements CatalogEffect {
        public MoveRows {
            columns = List.copyOf(columns);
        }

        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.moveRows(this);
        }
    }

    /**
     * Evaluates an expression for the rows of a table.
     *
     * @param table the table whose columns the expression may read
     * @param expression the expression
     */
    record Evaluate(QualifiedName table, String expression) implements CatalogEffect {
        @Override
        public void match(Cases cases) throws RefusedEffectException {
            cases.evaluate(this);
        }
    }
}
