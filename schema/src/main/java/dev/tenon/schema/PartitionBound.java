package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** The bound of a partition: which rows it contains. */
public sealed interface PartitionBound {

    /** The bound of the default partition. */
    PartitionBound DEFAULT = new Otherwise();

    /** One method for each kind of bound. */
    interface Cases<R> {
        R range(Range bound);

        R list(Values bound);

        R hash(Hash bound);

        R defaultPartition();
    }

    /** Calls the method for the kind of this bound. */
    <R> R match(Cases<R> cases);

    /** One end of a range, for one key: a value, or the position before or after all values. */
    sealed interface End {

        /** Before all values. */
        End FIRST = new First();

        /** After all values. */
        End LAST = new Last();

        /** The end as entities and snapshots write it: {@code MINVALUE}, {@code MAXVALUE}, or a value. */
        static End of(String text) {
            return switch (text) {
                case "MINVALUE" -> FIRST;
                case "MAXVALUE" -> LAST;
                default -> new At(text);
            };
        }

        /** The text form of the end, without quotes. */
        String text();

        /**
         * A value.
         *
         * @param text the value as text, without quotes
         */
        record At(String text) implements End {
            public At {
                Objects.requireNonNull(text, "text");
            }
        }

        /** Before all values. */
        record First() implements End {
            @Override
            public String text() {
                return "MINVALUE";
            }
        }

        /** After all values. */
        record Last() implements End {
            @Override
            public String text() {
                return "MAXVALUE";
            }
        }
    }

    /**
     * Rows between two ends.
     *
     * @param from the inclusive lower end for each key
     * @param to the exclusive upper end for each key
     */
    record Range(List<End> from, List<End> to) implements PartitionBound {
        public Range {
            from = Normalization.nonEmpty("the lower end of a range", from);
            to = Normalization.nonEmpty("the upper end of a range", to);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.range(this);
        }
    }

    /**
     * Rows whose key is in a list of values.
     *
     * @param values the values as texts, without quotes, sorted
     * @param nulls whether rows with a null key are included
     */
    record Values(List<String> values, boolean nulls) implements PartitionBound {
        public Values {
            values = List.copyOf(new TreeSet<>(values));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.list(this);
        }
    }

    /**
     * Rows whose key's hash has a given remainder.
     *
     * @param modulus the modulus
     * @param remainder the remainder
     */
    record Hash(int modulus, int remainder) implements PartitionBound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hash(this);
        }
    }

    /** Rows that no other partition accepts. */
    record Otherwise() implements PartitionBound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.defaultPartition();
        }
    }
}
