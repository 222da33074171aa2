package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.isolation.IsolationProof;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.Migrator;
import dev.tenon.runtime.migrate.MigratorSettings;
import dev.tenon.runtime.migrate.Outcome;
import dev.tenon.runtime.session.ConnectionFaults;
import dev.tenon.runtime.session.Session;
import dev.tenon.runtime.session.Sessions;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.Verification;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationDirectory;
import dev.tenon.schema.history.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Applies migrations to a database and verifies it. Immutable and safe for any number of threads, processes and machines
 * at once: each step of each migration is applied exactly once.
 *
 * <pre>{@code
 * Tenon tenon = Tenon.configure().dataSource(dataSource).load();
 * tenon.migrate();
 * }</pre>
 */
public final class Tenon {

    private final DataSource source;
    private final MigrationDirectory directory;
    private final String applicationName;
    private final MigratorSettings settings;
    private final MigrationListener listener;
    private final OptionalInt last;

    Tenon(
            DataSource source,
            MigrationDirectory directory,
            String applicationName,
            MigratorSettings settings,
            MigrationListener listener,
            OptionalInt last) {
        this.source = source;
        this.directory = directory;
        this.applicationName = applicationName;
        this.settings = settings;
        this.listener = listener;
        this.last = last;
    }

    /** Begins to configure. */
    public static TenonConfig configure() {
        return new TenonConfig();
    }

    /**
     * Applies what is pending, up to {@link TenonConfig#upTo} where that is said, then verifies that the database equals the
     * snapshot of the last one. Waits for whoever else is migrating.
     *
     * @return what was done; nothing, if nothing was pending
     * @throws TenonException if it does not come to its end; what is committed stays, and another call goes on from there
     */
    public MigrationResult migrate() {
        return Faults.translated(() -> {
            Goal goal = goal();
            Schema target = goal.target();
            Migrator migrator = new Migrator(sessions(), settings, TenonVersion.current(), listener);
            Outcome<VerifyResult> outcome = migrator.migrate(
                    goal.migrations(), target, connection -> Verification.verify(connection, target, false));
            if (!outcome.conclusion().clean()) {
                throw drift(outcome.conclusion()).exception();
            }
            return new MigrationResult(outcome.before(), outcome.after(), outcome.applied(), outcome.conclusion());
        });
    }

    /**
     * Finds out what {@link #migrate()} would do. Changes nothing and takes no lock.
     *
     * @throws TenonException if it would be refused
     */
    public Preview preview() {
        return Faults.translated(() -> {
            Goal goal = goal();
            return reading(connection -> {
                MigrationState state = MigrationState.read(goal.migrations(), connection);
                return new Preview(
                        state, Migrator.preview(goal.migrations(), state, goal.target(), settings, connection));
            });
        });
    }

    /**
     * Compares the migrations directory with what the database has applied. Changes nothing and takes no lock.
     *
     * @throws TenonException if one of the two cannot be read
     */
    public StatusResult status() {
        return Faults.translated(() -> {
            List<Migration> migrations = soundMigrations();
            return new StatusResult(reading(connection -> MigrationState.read(migrations, connection)));
        });
    }

    /**
     * Compares the database with the newest snapshot, in every kind of object and every attribute. Changes nothing.
     *
     * @return every difference
     * @throws TenonException if one of the two cannot be read
     */
    public VerifyResult verify() {
        return Faults.translated(() -> {
            Schema target = directory.snapshot();
            return reading(connection -> Verification.verify(connection, target, false));
        });
    }

    /**
     * Proves on the live database that no tenant reaches another's rows: two made-up tenants try everything that must not
     * work, in one transaction that is rolled back. Writes nothing.
     *
     * @return what came of each probe of each table
     * @throws TenonException if the directory or the database cannot be read
     */
    public IsolationReport proveIsolation() {
        return Faults.translated(() -> {
            Schema target = directory.snapshot();
            return reading(connection -> IsolationProof.prove(connection, target));
        });
    }

    /**
     * The migrations of a directory in which nothing is wrong. Manual parts may be newer than the journal: what counts is
     * what is run, and the history keeps its checksum.
     */
    private List<Migration> soundMigrations() {
        List<Fault> faults = directory.check().stream()
                .filter(problem -> problem.code() != ProblemCode.MANUAL_PART_CHANGED)
                .map(Faults::of)
                .toList();
        if (!faults.isEmpty()) {
            throw Fault.joined(faults).exception();
        }
        return directory.migrations();
    }

    /** What a database is migrated to: the migrations, and the schema after them. */
    private record Goal(List<Migration> migrations, Schema target) {}

    private Goal goal() {
        List<Migration> all = soundMigrations();
        if (last.isEmpty()) {
            return new Goal(all, directory.snapshot());
        }
        int number = last.getAsInt();
        Migration newest = all.stream()
                .filter(migration -> migration.name().number() == number)
                .findFirst()
                .orElseThrow(() -> new Fault(
                                FaultCode.USAGE,
                                "there is no migration with the number " + number,
                                "'tenon status' lists those that there are")
                        .exception());
        return new Goal(all.subList(0, all.indexOf(newest) + 1), directory.snapshotAfter(newest.name()));
    }

    private Sessions sessions() {
        return new Sessions(source, applicationName);
    }

    /** Asks a database something. */
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T reading(Question<T> question) throws SQLException {
        try (Session session = open()) {
            return question.ask(session.connection());
        }
    }

    private Session open() {
        try {
            return sessions().open();
        } catch (SQLException refused) {
            throw ConnectionFaults.notOpened(refused).exception(refused);
        }
    }

    private static Fault drift(VerifyResult verification) {
        return new Fault(
                FaultCode.DRIFT,
                "all migrations are applied, but the database is not what the newest snapshot says: "
                        + verification.differences().stream()
                                .map(Difference::toString)
                                .collect(Collectors.joining("; ")),
                "undo by hand what was changed by hand, or put it into the entities",
                Map.of(
                        "differences",
                        Integer.toString(verification.differences().size())));
    }
}
