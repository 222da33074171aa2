package dev.tenon.schema;

import java.util.List;
import java.util.Objects;

/** Whether a view is regular or materialized. */
public sealed interface ViewKind {

    /** Read with the privileges of the reader. */
    ViewKind INVOKER = new Regular(true, false, CheckOption.NONE);

    /** Stored, without indexes. */
    ViewKind STORED = new Materialized(List.of());

    /** What the answer for each form is. */
    interface Cases<R> {
        R regular(Regular computed);

        R materialized(Materialized materialized);
    }

    /** Answers by form. */
    <R> R match(Cases<R> cases);

    /** Whether rows that are written through a view must be visible in it. */
    enum CheckOption {
        /** No. */
        NONE,
        /** In the view itself. */
        LOCAL,
        /** In the view and all those below it. */
        CASCADED
    }

    /**
     * Computed whenever it is read.
     *
     * @param securityInvoker whether its tables are read with the rights of the reader, row-level security included, and
     *     not with those of the view's owner
     * @param securityBarrier whether its conditions are evaluated before those of the reader
     * @param checkOption whether rows that are written through it must be visible in it
     */
    record Regular(boolean securityInvoker, boolean securityBarrier, CheckOption checkOption) implements ViewKind {
        public Regular {
            Objects.requireNonNull(checkOption, "checkOption");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.regular(this);
        }
    }

    /**
     * Stored until the next refresh.
     *
     * @param indexes the indexes on the stored rows, sorted by name
     */
    record Materialized(List<Index> indexes) implements ViewKind {
        public Materialized {
            indexes = Normalization.sorted("indexes of a materialized view", indexes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.materialized(this);
        }
    }
}
