package dev.tenon.schema;

import java.util.Objects;

/** The source of a column's value when an insert specifies none. */
public sealed interface ColumnDefault {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R expression(Expression expression);

        R identity(Identity identity);

        R generated(Generated generated);
    }

    /** Answers by kind. */
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
     * @param always whether a value given by an insert is refused
     * @param options how it counts
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
     * {@code GENERATED ALWAYS AS (sql) STORED}.
     *
     * @param sql the expression over other columns of the row
     */
    record Generated(String sql) implements ColumnDefault {
        public Generated {
            Normalization.text("a generated column's expression", sql);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.generated(this);
        }
    }
}
