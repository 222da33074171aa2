package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.internal.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** One difference between two JSON trees, from which either tree can be derived from the other. */
sealed interface JsonChange {

    /** The keys from the root to the difference. */
    List<String> path();

    /** The difference in the opposite direction. */
    JsonChange reversed();

    /**
     * A member that only one tree has, or that has another value.
     *
     * @param path the keys to it
     * @param before its value before; empty if it does not exist
     * @param after its value after; empty if it does not exist
     * @param at its index among its siblings in the tree that has it; empty if it comes last, or if both trees have it
     */
    record Value(List<String> path, Optional<JsonValue> before, Optional<JsonValue> after, OptionalInt at)
            implements JsonChange {
        public Value {
            path = List.copyOf(path);
            Objects.requireNonNull(at, "at");
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("a change has 'before' or 'after'");
            }
            if (at.isPresent() && (at.getAsInt() < 0 || (before.isPresent() && after.isPresent()))) {
                throw new IllegalArgumentException("'at' is the place of what only one side has");
            }
        }

        @Override
        public Value reversed() {
            return new Value(path, after, before, at);
        }
    }

    /**
     * Members that both trees have, in another order.
     *
     * @param path the keys to their owner
     * @param before the common keys in the order before
     * @param after the same keys in the order after
     */
    record Order(List<String> path, List<String> before, List<String> after) implements JsonChange {
        public Order {
            path = List.copyOf(path);
            before = List.copyOf(before);
            after = List.copyOf(after);
            if (before.size() != after.size() || !new TreeSet<>(before).equals(new TreeSet<>(after))) {
                throw new IllegalArgumentException("an order is of the same keys before and after");
            }
        }

        @Override
        public Order reversed() {
            return new Order(path, after, before);
        }
    }
}
