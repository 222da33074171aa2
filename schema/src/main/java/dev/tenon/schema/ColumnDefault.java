package dev.tenon.schema;

import java.util.Objects;

/** The source of a column's value when an insert specifies none. */
public sealed interface ColumnDefault {

    /** One method for each kind of default. */
    interface Cases<R> {
        R expression(Expression expression);

        R identity(Identity identity);

        R generated(Generated generated);
    }

    /** Calls the method for the kind of this default. */
    <R> R match(Cases<R> cases);

    /**
     * {@code DEFAULT sql}.
     *
     * @param sql the expression
     */
    record Expression(String sql) implements ColumnDefault {
        public Expression {
            Normalization.text("a default", sql);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expression(this);
        }
    }

    /**
     * {@code GENERATED … AS IDENTITY}.
     *
     * @param always whether an insert must not specify a value
     * @param options the options of its sequence
     */
    record Identity(boolean always, SequenceOptions options) implements ColumnDefault {
        public Identity {
            Objects.requireNonNull(options, "options");
        }

        /** Counts up from 1 by 1. */
        public Identity(boolean always) {
            this(always, SequenceOptions.DEFAULT);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /**
     * {@code GENERATED ALWAYS AS (sql)}.
     *
     * @param sql the expression over other columns of the row
     * @param virtual whether it is computed when it is read, as PostgreSQL 18 can; otherwise it is stored
     */
    record Generated(String sql, boolean virtual) implements ColumnDefault {
        public Generated {
            Normalization.text("a generated column's expression", sql);
        }

        /** A stored one. */
        public Generated(String sql) {
            this(sql, false);
        }

        /** The same kind with another expression. */
        public Generated withSql(String other) {
            return new Generated(other, virtual);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.generated(this);
        }
    }
}
