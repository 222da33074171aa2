package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs the events of migrating to {@code dev.tenon}, for applications without a listener. */
final class LoggingListener implements MigrationListener {

    private static final Logger LOG = System.getLogger("dev.tenon");

    @Override
    public void accept(MigrationEvent event) {
        LOG.log(level(event), event.text());
    }

    private static Level level(MigrationEvent event) {
        if (event instanceof MigrationEvent.ConnectionLost
                || event instanceof MigrationEvent.StepResolved
                || event instanceof MigrationEvent.StepUndone
                || event instanceof MigrationEvent.TriggersFire
                || event instanceof MigrationEvent.RiskFound
                || event instanceof MigrationEvent.RowsNotTried
                || event instanceof MigrationEvent.RowSecurityUnforced
                || event instanceof MigrationEvent.StepRetried) {
            return Level.WARNING;
        }
        if (event instanceof MigrationEvent.StepBegun
                || event instanceof MigrationEvent.BatchDone
                || event instanceof MigrationEvent.StatementUnderway
                || event instanceof MigrationEvent.ExpressionsChecked
                || event instanceof MigrationEvent.ServerNotice) {
            return Level.DEBUG;
        }
        return Level.INFO;
    }
}
