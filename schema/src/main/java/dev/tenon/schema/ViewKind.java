package dev.tenon.schema;

import java.util.List;
import java.util.Objects;

/** Whether a view is regular or materialized. */
public sealed interface ViewKind {

    /** A view that reads its tables with the privileges of the current user. */
    ViewKind INVOKER = new Regular(true, false, CheckOption.NONE);

    /** A materialized view without indexes. */
    ViewKind STORED = new Materialized(List.of());

    /** One method for each kind of view. */
    interface Cases<R> {
        R regular(Regular computed);

        R materialized(Materialized materialized);
    }

    /** Calls the method for this kind of view. */
    <R> R match(Cases<R> cases);

    /** Whether rows that are written through a view must be visible in it. */
    enum CheckOption {
        /** They need not be visible. */
        NONE,
        /** They must be visible in the view itself. */
        LOCAL,
        /** They must be visible in the view and in all views that it reads. */
        CASCADED
    }

    /**
     * A regular view, computed on each read.
     *
     * @param securityInvoker whether its tables are read with the privileges and policies of the current user instead
     *     of the view's owner
     * @param securityBarrier whether its conditions are evaluated before those of the query that reads it
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
     * A materialized view, stored until the next refresh.
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
