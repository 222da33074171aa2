package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The registry of statements whose effect the catalogs show. */
public final class EffectRegistry {

    private static final List<Function<String, Optional<? extends Effect>>> KINDS = List.of(
            CreateIndexConcurrently::of,
            DropIndexConcurrently::of,
            ReindexConcurrently::of,
            AddEnumLabel::of,
            DetachPartitionConcurrently::of,
            IdempotentStatement::of);

    private EffectRegistry() {}

    /** Returns the effect of the statement. */
    public static Effect of(String sql) {
        return KINDS.stream()
                .flatMap(kind -> kind.apply(sql).stream())
                .map(Effect.class::cast)
                .findFirst()
                .orElse(Unknown.INSTANCE);
    }

    /** The effect of an unknown kind of statement. */
    private enum Unknown implements Effect {
        INSTANCE;

        @Override
        public EffectState extent(Connection connection) {
            return EffectState.UNKNOWN;
        }

        @Override
        public List<String> repair(Connection connection) {
            return List.of();
        }
    }
}
