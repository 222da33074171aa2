package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.HolderActivity;
import dev.tenon.runtime.migrate.LockHolder;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a waiting migrator sees of the holder at one moment. All of it is visible to the migrating role itself.
 *
 * @param holder the holder of the lock; empty if it was released meanwhile
 * @param position its position in the history
 * @param progress what the server reports of the session that runs its statements
 */
record HolderSighting(Optional<LockHolder> holder, Optional<HolderPosition> position, ServerProgress progress) {

    private static final int ALL = 100;

    /** Looks at the holder of the lock, over an idle session. */
    static HolderSighting of(AdvisoryLock lock, Session session, HolderPosition.Reader positions) throws SQLException {
        Optional<LockHolder> holder = lock.holder(session);
        Optional<LockHolder> worker = lock.work().holder(session).or(() -> holder);
        Optional<ServerProgress> progress = worker.isEmpty()
                ? Optional.empty()
                : ServerProgress.of(session, worker.get().pid());
        return new HolderSighting(
                holder, positions.read(session.connection()), progress.orElse(ServerProgress.UNKNOWN));
    }

    /**
     * Whether there was progress: another holder, a committed step or batch, a further part of an index build, or a
     * statement that has been running since without waiting for a lock.
     */
    boolean isAfter(HolderSighting earlier) {
        return !holder.equals(earlier.holder)
                || !counters().equals(earlier.counters())
                || !progress.phase().equals(earlier.progress.phase())
                || progress.done() != earlier.progress.done()
                || progress.running()
                        .filter(now -> earlier.progress
                                .running()
                                .filter(now::continues)
                                .isPresent())
                        .isPresent();
    }

    private String counters() {
        return position.map(HolderPosition::counters).orElse("");
    }

    /** Returns it for users. */
    HolderActivity activity() {
        OptionalInt percent = position.map(HolderPosition::percent).orElse(OptionalInt.empty());
        if (progress.total() > 0) {
            percent = OptionalInt.of((int) (progress.done() * ALL / progress.total()));
        }
        return new HolderActivity(
                position.map(HolderPosition::step),
                position.filter(HolderPosition::committed).isPresent(),
                progress.phase(),
                percent,
                progress.awaited());
    }
}
